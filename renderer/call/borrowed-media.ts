import { ok } from '#core/result.ts';
import type { OutgoingTracks } from './call-peer.ts';
import type { Stop } from './call-snapshot.ts';
import type { LocalMedia, LocalSnapshot } from './local-media.ts';

/** Face and voice that somebody else on this page has open; whoever opened a track stops it. */
export interface SharedTracks {
  /** What may be sent now. */
  tracks(): Pick<OutgoingTracks, 'audio' | 'video'>;
  onChange(listener: () => void): Stop;
}

/** Local media of a call that opens nothing of its own: one camera and one microphone serve every call of a page. */
export const createBorrowedMedia = (
  shared: SharedTracks,
  changed: (snapshot: LocalSnapshot) => void,
): LocalMedia => {
  let sending = false;
  const outgoing = (): OutgoingTracks => (sending ? shared.tracks() : {});
  const tell = (): void => {
    const { audio, video } = outgoing();
    const sends = { picture: video !== undefined, sound: audio !== undefined };
    changed({
      local: sending ? 'sending' : 'off',
      sends,
      shut: { picture: false, sound: false },
      failures: [],
    });
  };
  shared.onChange(tell);
  const stop = (): void => {
    sending = false;
    tell();
  };
  return {
    open: () => Promise.resolve(),
    turn: () => Promise.resolve(),
    outgoing,
    setSending: (next) => {
      sending = next;
      tell();
    },
    stream: () => undefined,
    microphone: () => outgoing().audio,
    camera: () => outgoing().video,
    change: () => Promise.resolve(ok(null)),
    stop,
    reset: stop,
  };
};
