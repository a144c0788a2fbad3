import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';
import type { Clock } from '#core/time.ts';
import type { SharedTracks } from '../borrowed-media.ts';
import type { Stop } from '../call-snapshot.ts';
import { type GetUserMedia, reopenMedia } from '../media.ts';
import { createVideoOutlets } from '../video-outlets.ts';

export type TrackKind = 'audio' | 'video';

export interface OwnTrack {
  readonly state: 'off' | 'opening' | 'on';
  /** Why it is off although it was wanted. */
  readonly failure: Failure | undefined;
}
export type OwnTracksSnapshot = Readonly<Record<TrackKind, OwnTrack>>;

/** Microphone and camera with a key each: what is off is closed, so that its light is off too. */
export interface OwnTracks extends SharedTracks {
  readonly store: StoreApi<OwnTracksSnapshot>;
  turnOn(kind: TrackKind): Promise<void>;
  turnOff(kind: TrackKind): void;
  /** Closes both. */
  stop(): void;
  attachLocal(video: HTMLVideoElement): Stop;
}

const OFF: OwnTrack = { state: 'off', failure: undefined };
const UNPLUGGED = { audio: 'MICROPHONE_UNPLUGGED', video: 'CAMERA_UNPLUGGED' } as const;
/** `reopenMedia` names every failure as the camera's. */
const OF_MICROPHONE: Partial<Record<ErrorCode, ErrorCode>> = {
  CAMERA_MISSING: 'MICROPHONE_MISSING',
  CAMERA_BUSY: 'MICROPHONE_BUSY',
};

/** Both off. */
export const createOwnTracks = (getUserMedia: GetUserMedia, clock: Clock): OwnTracks => {
  const store = createStore<OwnTracksSnapshot>(() => ({ audio: OFF, video: OFF }));
  const outlets = createVideoOutlets(true);
  const listeners = new Set<() => void>();
  const open = new Map<TrackKind, MediaStream>();
  /** Of each kind: an answer to a request that was taken back meanwhile is closed at once. */
  const rounds: Record<TrackKind, number> = { audio: 0, video: 0 };

  const become = (kind: TrackKind, next: OwnTrack): void => {
    store.setState({ [kind]: next });
    outlets.show(open.get('video'));
    for (const listener of listeners) listener();
  };
  const closeStream = (stream: MediaStream | undefined): void => {
    for (const track of stream?.getTracks() ?? []) track.stop();
  };
  const trackOf = (kind: TrackKind): MediaStreamTrack | undefined =>
    open
      .get(kind)
      ?.getTracks()
      .find(({ readyState }) => readyState === 'live');

  const turnOff = (kind: TrackKind, why?: Failure): void => {
    rounds[kind] += 1;
    closeStream(open.get(kind));
    open.delete(kind);
    become(kind, { state: 'off', failure: why });
  };

  const turnOn = async (kind: TrackKind): Promise<void> => {
    if (store.getState()[kind].state !== 'off') return;
    rounds[kind] += 1;
    const mine = rounds[kind];
    become(kind, { state: 'opening', failure: undefined });
    const outcome = await reopenMedia(getUserMedia, kind, clock);
    if (mine !== rounds[kind]) {
      if (outcome.ok) closeStream(outcome.value);
      return;
    }
    if (!outcome.ok) {
      const code = (kind === 'audio' && OF_MICROPHONE[outcome.failure.code]) || outcome.failure.code;
      become(kind, { state: 'off', failure: failure(code, outcome.failure.detail) });
      return;
    }
    open.set(kind, outcome.value);
    for (const track of outcome.value.getTracks())
      track.addEventListener('ended', () => {
        if (mine === rounds[kind]) turnOff(kind, failure(UNPLUGGED[kind]));
      });
    become(kind, { state: 'on', failure: undefined });
  };

  return {
    store,
    turnOn,
    turnOff: (kind) => turnOff(kind),
    stop: () => {
      turnOff('audio');
      turnOff('video');
    },
    tracks: () => ({ audio: trackOf('audio'), video: trackOf('video') }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attachLocal: outlets.attach,
  };
};
