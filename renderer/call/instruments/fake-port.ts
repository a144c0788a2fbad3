import type { MediaDevice } from '#core/instruments/bindings.ts';
import { fakeStream, mediaError } from '../fake-media.ts';
import type { InstrumentPort, WholeSize } from './instrument-port.ts';

/** A track as far as an instrument looks at one. */
export class FakeInstrumentTrack extends EventTarget {
  readonly kind: 'audio' | 'video';
  readonly settings: MediaTrackSettings;
  readyState: 'live' | 'ended' = 'live';
  constructor(kind: 'audio' | 'video', settings: MediaTrackSettings) {
    super();
    this.kind = kind;
    this.settings = settings;
  }
  stop(): void {
    this.readyState = 'ended';
  }
  getSettings(): MediaTrackSettings {
    return this.settings;
  }
}

/** Instruments of a test, in the place of a machine's. */
export interface FakePort extends InstrumentPort {
  readonly tracks: FakeInstrumentTrack[];
  plug(...devices: readonly MediaDevice[]): void;
  unplug(deviceId: string): void;
  failNext(...names: readonly string[]): void;
  /** Openings from now on are answered only when the returned function is called. */
  hold(): () => void;
  /** What the tracks that are opened from now on say of themselves. */
  settings: MediaTrackSettings;
  readonly opened: string[];
  /** What its cameras do for a still; undefined: they have no larger picture. */
  whole: WholeSize | undefined;
}

export const createFakePort = (): FakePort => {
  const devices: MediaDevice[] = [];
  const listeners = new Set<() => void>();
  const failures: string[] = [];
  const owners = new Map<FakeInstrumentTrack, string>();
  let gate: Promise<void> = Promise.resolve();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const port: FakePort = {
    simulated: false,
    tracks: [],
    opened: [],
    whole: undefined,
    wholeSize: () => port.whole,
    settings: {},
    list: () => Promise.resolve([...devices]),
    open: async ({ deviceId, kind }) => {
      const name = failures.shift();
      port.opened.push(deviceId);
      await gate;
      if (name !== undefined) throw mediaError(name);
      const track = new FakeInstrumentTrack(kind === 'audioinput' ? 'audio' : 'video', port.settings);
      port.tracks.push(track);
      owners.set(track, deviceId);
      return fakeStream([track]);
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    plug: (...plugged) => {
      devices.push(...plugged);
      tell();
    },
    unplug: (deviceId) => {
      devices.splice(0, devices.length, ...devices.filter((device) => device.deviceId !== deviceId));
      for (const [track, owner] of owners) {
        if (owner !== deviceId || track.readyState === 'ended') continue;
        track.stop();
        track.dispatchEvent(new Event('ended'));
      }
      tell();
    },
    failNext: (...names) => {
      failures.push(...names);
    },
    hold: () => {
      let release = (): void => {};
      gate = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
  return port;
};
