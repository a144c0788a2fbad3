import type { DeviceWatch } from './local-media.ts';
import type { PictureFlaw } from './picture-judge.ts';
import type { OpenPictureTaker } from './stills/picture-taker.ts';

/** Camera and microphone of a test: tracks that can be counted, and pulled out. */
export interface FakeMedia {
  readonly getUserMedia: (constraints: MediaStreamConstraints) => Promise<MediaStream>;
  readonly asked: MediaStreamConstraints[];
  liveTracks(): number;
  readonly devices: DeviceWatch;
  /** Pictures of as many bytes as they may have. */
  readonly openPictureTaker: OpenPictureTaker;
  /** A device is plugged in. */
  plug(): void;
  /** This is wrong with the camera's picture from now on. */
  spoil(flaw: PictureFlaw | undefined): void;
  /** Camera and microphone are allowed to the page. */
  allow(): void;
  /** The system silences the microphone, or lets it be heard again. */
  mute(muted: boolean): void;
  /** Pulls every device of this kind out, as a loose cable does. */
  unplug(kind: 'audio' | 'video'): void;
  /** The next requests fail with these errors, oldest first; `undefined` is a request that works. */
  failNext(...errors: readonly (Error | undefined)[]): void;
  /** The next request is not answered until the returned function is called. */
  holdNext(): () => void;
}

class FakeTrack extends EventTarget {
  readonly kind: string;
  readyState: 'live' | 'ended' = 'live';
  muted = false;
  constructor(kind: string) {
    super();
    this.kind = kind;
  }
  stop(): void {
    this.readyState = 'ended';
  }
  silence(muted: boolean): void {
    this.muted = muted;
    this.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
  }
  end(): void {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

/** A stream as far as the session looks at one. */
export const fakeStream = (tracks: readonly object[] = []): MediaStream =>
  ({ getTracks: () => [...tracks] }) as unknown as MediaStream;

export const mediaError = (name: string): Error => Object.assign(new Error(name), { name });

export const createFakeMedia = (): FakeMedia => {
  const tracks: FakeTrack[] = [];
  const asked: MediaStreamConstraints[] = [];
  const failures: (Error | undefined)[] = [];
  let gate: Promise<void> | undefined;
  const deviceListeners = new Set<() => void>();
  const allowedListeners = new Set<() => void>();
  const pictureListeners = new Set<(flaw: PictureFlaw | undefined) => void>();
  return {
    asked,
    getUserMedia: async (constraints) => {
      asked.push(constraints);
      const waiting = gate;
      gate = undefined;
      const error = failures.shift();
      await waiting;
      if (error) throw error;
      const opened = [
        ...(constraints.audio ? [new FakeTrack('audio')] : []),
        ...(constraints.video ? [new FakeTrack('video')] : []),
      ];
      tracks.push(...opened);
      return fakeStream(opened);
    },
    devices: {
      onDevicesChanged: (listener) => {
        deviceListeners.add(listener);
        return () => deviceListeners.delete(listener);
      },
      watchPicture: (_, tell) => {
        pictureListeners.add(tell);
        return () => pictureListeners.delete(tell);
      },
      onAllowed: (listener) => {
        allowedListeners.add(listener);
        return () => allowedListeners.delete(listener);
      },
    },
    openPictureTaker: () => ({
      take: async (mostBytes) => ({
        bytes: new Uint8Array(mostBytes),
        type: 'image/webp',
        width: 320,
        height: 240,
      }),
      stop: () => {},
    }),
    plug: () => {
      for (const listener of deviceListeners) listener();
    },
    allow: () => {
      for (const listener of allowedListeners) listener();
    },
    mute: (muted) => {
      for (const track of tracks)
        if (track.kind === 'audio' && track.readyState === 'live') track.silence(muted);
    },
    spoil: (flaw) => {
      for (const tell of pictureListeners) tell(flaw);
    },
    liveTracks: () => tracks.filter(({ readyState }) => readyState === 'live').length,
    unplug: (kind) => {
      for (const track of tracks) if (track.kind === kind && track.readyState === 'live') track.end();
    },
    failNext: (...errors) => {
      failures.push(...errors);
    },
    holdNext: () => {
      let release = (): void => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
};
