import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { SharedTracks } from '../borrowed-media.ts';
import type { Stop } from '../call-snapshot.ts';
import { type DeviceWatch, RETRY_MS, SETTLE_MS } from '../local-media.ts';
import { failureOf, type GetUserMedia, reopenMedia } from '../media.ts';
import { createVideoOutlets } from '../video-outlets.ts';

export type TrackKind = 'audio' | 'video';

export interface OwnTrack {
  /** `missing`: wanted, and opened by itself as soon as it can be. */
  readonly state: 'off' | 'opening' | 'on' | 'missing';
  /** Why it is off or missing although it is wanted. */
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
interface OwnTracksOptions {
  readonly getUserMedia: GetUserMedia;
  readonly devices: Pick<DeviceWatch, 'onDevicesChanged'>;
  readonly clock: Clock;
}

/** Both off. */
export const createOwnTracks = ({ getUserMedia, devices, clock }: OwnTracksOptions): OwnTracks => {
  const store = createStore<OwnTracksSnapshot>(() => ({ audio: OFF, video: OFF }));
  const outlets = createVideoOutlets(true);
  const listeners = new Set<() => void>();
  const open = new Map<TrackKind, MediaStream>();
  /** Of each kind: an answer to a request that was taken back meanwhile is closed at once. */
  const rounds: Record<TrackKind, number> = { audio: 0, video: 0 };
  /** Ends the waiting for a device that is missing. */
  const waiting: Record<TrackKind, Stop> = { audio: () => {}, video: () => {} };

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

  const close = (kind: TrackKind): void => {
    rounds[kind] += 1;
    waiting[kind]();
    closeStream(open.get(kind));
    open.delete(kind);
  };
  const turnOff = (kind: TrackKind): void => {
    close(kind);
    become(kind, { state: 'off', failure: undefined });
  };

  /** Plugged in again it comes back; another program that lets it go is told by no event. */
  const waitFor = (kind: TrackKind, why: Failure): void => {
    close(kind);
    const mine = rounds[kind];
    const tryIn = (delayMs: Milliseconds): Stop =>
      clock.after(delayMs, () => {
        waiting[kind]();
        void openTrack(kind, mine, why);
      });
    let cancel = tryIn(RETRY_MS);
    const stopWatching = devices.onDevicesChanged(() => {
      cancel();
      cancel = tryIn(SETTLE_MS);
    });
    waiting[kind] = () => {
      cancel();
      stopWatching();
    };
    become(kind, { state: 'missing', failure: why });
  };

  /** `why` it is not open already, where somebody was told: the reason stays until it is. */
  const openTrack = async (kind: TrackKind, mine: number, why?: Failure): Promise<void> => {
    const outcome = await reopenMedia(getUserMedia, kind, clock);
    if (mine !== rounds[kind]) {
      if (outcome.ok) closeStream(outcome.value);
      return;
    }
    if (!outcome.ok) {
      const told = failureOf(kind, outcome.failure);
      // What was refused is asked for again by a person only: each asking may open a question of the browser's.
      if (outcome.failure.code === 'CAMERA_REFUSED') become(kind, { state: 'off', failure: told });
      else waitFor(kind, why ?? told);
      return;
    }
    open.set(kind, outcome.value);
    for (const track of outcome.value.getTracks())
      track.addEventListener('ended', () => {
        if (mine === rounds[kind]) waitFor(kind, failure(UNPLUGGED[kind]));
      });
    become(kind, { state: 'on', failure: undefined });
  };

  const turnOn = async (kind: TrackKind): Promise<void> => {
    if (store.getState()[kind].state !== 'off') return;
    rounds[kind] += 1;
    become(kind, { state: 'opening', failure: undefined });
    await openTrack(kind, rounds[kind]);
  };

  return {
    store,
    turnOn,
    turnOff,
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
