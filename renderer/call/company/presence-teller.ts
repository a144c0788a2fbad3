import { cameraFaultIn, microphoneFaultIn } from '#core/contract/media-faults.ts';
import type { PresenceReport, Reach } from '#core/contract/presence.ts';
import type { CallParty } from '#core/contract/side-calls.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { faultsOf } from '../call-faults.ts';
import type { CallSnapshot, Stop } from '../call-snapshot.ts';

/** Said again after this, changed or not: who is silent is not there. */
const PRESENCE_EVERY_MS: Milliseconds = 2_000;

/** What really arrives of the other end: nothing that stands still, is black or carries silence counts. */
const receivedOf = (call: CallSnapshot): Reach => {
  const { state, media, frozen, framesDecoded, sound, soundHeld, quality, otherFaults } = call;
  const { rung } = quality.incoming;
  const isPlayed = sound.voice === 'live' && !soundHeld;
  const isSeen = cameraFaultIn(otherFaults) === undefined;
  const isMoving = media.remote === 'live' && framesDecoded > 0 && !frozen && isSeen;
  return {
    sound: state === 'connected' && isPlayed && microphoneFaultIn(otherFaults) === undefined,
    picture: state === 'connected' && isMoving && rung !== 'audio' && rung !== 'stills',
  };
};

/** What this page really sends, by what its microphone yields and its encoders are told. */
const sentOf = (call: CallSnapshot): Reach => {
  const { state, media, quality } = call;
  const { rung } = quality.outgoing;
  const faults = faultsOf(call);
  const isHeard = microphoneFaultIn(faults) === undefined;
  const isSeen = cameraFaultIn(faults) === undefined;
  return {
    sound: state === 'connected' && media.sends.sound && isHeard,
    picture: state === 'connected' && media.sends.picture && isSeen && rung !== 'audio' && rung !== 'stills',
  };
};

/** One call as it counts for presence. */
export interface PresentCall {
  readonly with: CallParty;
  readonly call: () => CallSnapshot;
  /** The person at this page hears what arrives; false while its loudspeaker is off on purpose. */
  readonly listening?: () => boolean;
  /** An element of this page plays what arrives; where none does, nobody is seen or heard. */
  readonly isShown?: () => boolean;
}

const reportOf = (calls: readonly PresentCall[]): PresenceReport => {
  const held = calls.filter(({ call }) => call().state !== 'idle' && call().state !== 'closed');
  return {
    sends: Object.fromEntries(held.map(({ with: other, call }) => [other, sentOf(call())])),
    receives: Object.fromEntries(
      held.map(({ with: other, call, listening, isShown }) => {
        const { sound, picture } = receivedOf(call());
        const shown = isShown?.() !== false;
        return [other, { sound: shown && sound && listening?.() !== false, picture: shown && picture }];
      }),
    ),
  };
};

export interface PresenceTeller {
  /** Something may have changed. */
  look(): void;
  /** Says it again now: whoever listens may be new. */
  repeat(): void;
  close(): void;
}

/** Tells a page's report at each change, and again while nothing changes; the first at once. */
export const createPresenceTeller = (
  clock: Clock,
  calls: readonly PresentCall[],
  tell: (report: PresenceReport) => void,
): PresenceTeller => {
  let told = '';
  let cancel: Stop = () => {};
  const say = (report: PresenceReport): void => {
    told = JSON.stringify(report);
    tell(report);
    cancel();
    cancel = clock.after(PRESENCE_EVERY_MS, () => say(reportOf(calls)));
  };
  const look = (): void => {
    const report = reportOf(calls);
    if (JSON.stringify(report) !== told) say(report);
  };
  say(reportOf(calls));
  return { look, repeat: () => say(reportOf(calls)), close: () => cancel() };
};
