import {
  type CallFault,
  callFaultOf,
  cameraFaultIn,
  microphoneFaultIn,
} from '#core/contract/media-faults.ts';
import type { Level } from '#core/contract/quality.ts';
import type { CallSnapshot } from './call-snapshot.ts';

/** Whether no voice is meant to come: the microphone is closed on purpose. */
export const isMuted = ({ reason, muted }: Level): boolean => reason === 'off' || muted === true;

/** Whether the other end says itself why its voice does not come: a fault of its own, or it is closed on purpose. */
const isExplained = ({ otherFaults, quality }: CallSnapshot): boolean =>
  microphoneFaultIn(otherFaults) !== undefined || isMuted(quality.incoming);

/** Whether a moving picture should be coming: no fault of its camera, and neither line nor choice put something else in its place. */
export const isPictureDue = ({ otherFaults, quality: { incoming } }: CallSnapshot): boolean =>
  cameraFaultIn(otherFaults) === undefined &&
  incoming.reason !== 'off' &&
  incoming.reason !== 'camera-off' &&
  incoming.rung !== 'stills' &&
  incoming.rung !== 'audio';

/** What is wrong with picture and sound at this moment, as this side finds it; empty while there is no call. */
export const faultsOf = (call: CallSnapshot): readonly CallFault[] => {
  const { state, media, sound } = call;
  if (state === 'idle' || state === 'closed') return [];
  const failures = media.failures.flatMap(({ code }) => callFaultOf(code) ?? []);
  const isSilent = sound.microphone === 'silent' && microphoneFaultIn(failures) === undefined;
  // While nothing at all comes in, the call itself says so.
  const isUnheard = state === 'connected' && sound.voice === 'lost' && !isExplained(call);
  const isFrozen = state === 'connected' && call.standsStill && isPictureDue(call);
  return [
    ...failures,
    ...(isSilent ? (['MICROPHONE_SILENT'] as const) : []),
    ...(isUnheard ? (['SOUND_LOST'] as const) : []),
    ...(state === 'connected' && call.soundHeld ? (['SOUND_HELD'] as const) : []),
    ...(isFrozen ? (['PICTURE_FROZEN'] as const) : []),
  ];
};
