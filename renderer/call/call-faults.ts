import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { CallSnapshot } from './call-snapshot.ts';

/** What is wrong with picture and sound at this moment, as this side finds it; empty while there is no call. */
export const faultsOf = ({ state, media, sound }: CallSnapshot): readonly ErrorCode[] => {
  if (state === 'idle' || state === 'closed') return [];
  return [
    ...(media.failure === undefined ? [] : [media.failure.code]),
    ...(sound.microphone === 'silent' ? (['MICROPHONE_SILENT'] as const) : []),
    // While nothing at all comes in, the call itself says so.
    ...(state === 'connected' && sound.voice === 'lost' ? (['SOUND_LOST'] as const) : []),
  ];
};
