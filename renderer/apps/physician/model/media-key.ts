import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { MediaSnapshot } from '#renderer/call/call-snapshot.ts';
import type { MediaKind } from '#renderer/call/media.ts';

/** `missing`: wanted and not open, whatever the reason; it is opened by itself as soon as it can be. */
export type MediaKeyState = 'on' | 'off' | 'opening' | 'missing';

const PART = { audio: 'sound', video: 'picture' } as const;
/** Why a device is not open at all; what is open and yields nothing is still to be closed by its key. */
const ABSENT: Readonly<Record<MediaKind, readonly ErrorCode[]>> = {
  audio: ['MICROPHONE_REFUSED', 'MICROPHONE_MISSING', 'MICROPHONE_BUSY', 'MICROPHONE_UNPLUGGED'],
  video: ['CAMERA_REFUSED', 'CAMERA_MISSING', 'CAMERA_BUSY', 'CAMERA_UNPLUGGED'],
};

/** What one key of camera or microphone says: what is, never what was asked for. */
export const mediaKeyState = (media: MediaSnapshot, kind: MediaKind): MediaKeyState => {
  const part = PART[kind];
  if (media.shut[part]) return 'off';
  if (media.local === 'opening') return 'opening';
  if (media.failures.some(({ code }) => ABSENT[kind].includes(code))) return 'missing';
  if (media.local === 'off') return 'off';
  return media.local === 'open' || media.sends[part] ? 'on' : 'opening';
};
