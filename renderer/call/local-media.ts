import { failure } from '#core/contract/error-codes.ts';
import type { Clock } from '#core/time.ts';
import type { OutgoingTracks } from './call-peer.ts';
import type { MediaSnapshot } from './call-snapshot.ts';
import { type GetUserMedia, openMedia } from './media.ts';

type LocalSnapshot = Pick<MediaSnapshot, 'local' | 'sends' | 'failure'>;

/** This side's camera and microphone over the time of a call. */
export interface LocalMedia {
  /** Opens camera and microphone unless they are open. */
  open(): Promise<void>;
  /** What may be sent now: nothing unless sending. */
  outgoing(): OutgoingTracks;
  setSending(sending: boolean): void;
  stream(): MediaStream | undefined;
  /** Stops every track. A request that is still under way is stopped when it answers. */
  stop(): void;
}

/** Local media; `changed` is called with each new snapshot, after `stream()` has changed. */
export const createLocalMedia = (
  getUserMedia: GetUserMedia,
  clock: Clock,
  changed: (snapshot: LocalSnapshot) => void,
): LocalMedia => {
  let stream: MediaStream | undefined;
  let opening: Promise<void> | undefined;
  let round = 0;
  let sending = false;
  let problem: MediaSnapshot['failure'];

  const part = (kind: string): MediaStreamTrack | undefined =>
    stream?.getTracks().find((track) => track.kind === kind && track.readyState === 'live');
  const opened = (): LocalSnapshot['local'] => (sending ? 'sending' : 'open');
  const tell = (): void =>
    changed({
      local: opening !== undefined ? 'opening' : stream ? opened() : 'off',
      sends: {
        picture: sending && part('video') !== undefined,
        sound: sending && part('audio') !== undefined,
      },
      failure: problem,
    });

  const stopTracks = (stopped: MediaStream | undefined): void => {
    for (const track of stopped?.getTracks() ?? []) track.stop();
  };

  const request = async (): Promise<void> => {
    round += 1;
    const mine = round;
    const outcome = await openMedia(getUserMedia, clock);
    if (mine !== round) {
      if (outcome.ok) stopTracks(outcome.value.stream);
      return;
    }
    opening = undefined;
    problem = outcome.ok ? outcome.value.missing : outcome.failure;
    stream = outcome.ok ? outcome.value.stream : undefined;
    // Unplugged while in use. `stop()` does not raise this event.
    for (const track of stream?.getTracks() ?? [])
      track.addEventListener('ended', () => {
        if (mine !== round) return;
        problem = failure('CAMERA_MISSING', `${track.kind} ended`);
        tell();
      });
    tell();
  };

  return {
    open: () => {
      if (stream?.getTracks().some((track) => track.readyState === 'live')) return Promise.resolve();
      if (!opening) {
        opening = request();
        tell();
      }
      return opening;
    },
    outgoing: () => (sending ? { audio: part('audio'), video: part('video') } : {}),
    setSending: (next) => {
      sending = next;
      tell();
    },
    stream: () => stream,
    stop: () => {
      round += 1;
      opening = undefined;
      sending = false;
      problem = undefined;
      stopTracks(stream);
      stream = undefined;
      tell();
    },
  };
};
