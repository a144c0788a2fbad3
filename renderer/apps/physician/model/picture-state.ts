import { peerRefusalOf } from '#core/contract/identity.ts';
import { cameraFaultIn } from '#core/contract/media-faults.ts';
import type { CallSnapshot } from '#renderer/call/call-snapshot.ts';

/** What the place of the cabin's picture shows. Everything but `live` is covered. */
export type PictureState =
  | 'card'
  | 'connecting'
  | 'no-picture'
  | 'live'
  | 'still'
  | 'sound-only'
  | 'camera-fault'
  | 'frozen'
  | 'stalled'
  | 'lost'
  | 'refused';

/** A picture is live only while the link is up and new frames come; before the card is read there is none. */
export const pictureState = (cardAcknowledged: boolean, call: CallSnapshot): PictureState => {
  const incoming = call.quality.incoming.rung;
  if (peerRefusalOf(call.failure) !== undefined) return 'refused';
  if (call.state === 'stalled' || call.state === 'lost') return call.state;
  if (!cardAcknowledged) return 'card';
  if (call.state !== 'connected') return 'connecting';
  if (cameraFaultIn(call.otherFaults) !== undefined) return 'camera-fault';
  if (incoming === 'stills' || incoming === 'audio') return call.picture ? 'still' : 'sound-only';
  if (call.media.remote !== 'live') return 'no-picture';
  return call.frozen ? 'frozen' : 'live';
};
