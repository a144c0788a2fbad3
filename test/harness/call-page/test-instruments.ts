import type { MediaDevice } from '#core/instruments/bindings.ts';
import type { InstrumentPort } from '#renderer/call/instruments/instrument-port.ts';
import { drawTimeCode } from './time-code.ts';

/** What a test does with the instruments that it plugs in. */
export interface TestInstruments extends InstrumentPort {
  plug(device: MediaDevice): void;
  unplug(deviceId: string): void;
  /** Frequencies that the stethoscope yields, in Hz; their amplitudes are the same and make a quarter together. */
  tune(...hertz: readonly number[]): void;
  /** The next openings fail with errors of these names. */
  failNext(...names: readonly string[]): void;
  /** Tracks that are open. */
  live(): number;
}

/** The moving picture, and what the camera has for a still: five million points of another shape. */
const SIZE = { width: 1_280, height: 720 } as const;
const WHOLE = { width: 2_592, height: 1_944 } as const;
const AMPLITUDE = 0.25;

/** A camera that shows the time, and a stethoscope that yields steady tones. */
export const createTestInstruments = (): TestInstruments => {
  const devices: MediaDevice[] = [];
  const listeners = new Set<() => void>();
  const failures: string[] = [];
  const open = new Map<MediaStreamTrack, string>();
  const resizes = new WeakMap<MediaStreamTrack, (size: typeof SIZE | typeof WHOLE) => void>();
  let hertz: readonly number[] = [100];
  let sounding: { readonly context: AudioContext; readonly out: AudioNode } | undefined;
  let tones: readonly OscillatorNode[] = [];
  const tell = (): void => {
    for (const listener of listeners) listener();
  };

  const openCamera = (): MediaStream => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, SIZE);
    const surface = canvas.getContext('2d');
    const stream = canvas.captureStream(30);
    let size: typeof SIZE | typeof WHOLE = SIZE;
    for (const track of stream.getTracks())
      resizes.set(track, (next) => {
        size = next;
        Object.assign(canvas, next);
      });
    const timer = setInterval(() => {
      if (stream.getTracks().every(({ readyState }) => readyState === 'ended')) clearInterval(timer);
      else if (surface) drawTimeCode(surface, size, Date.now());
    }, 33);
    return stream;
  };
  const sound = (): void => {
    for (const tone of tones) tone.stop();
    if (sounding === undefined) return;
    const { context, out } = sounding;
    tones = hertz.map((frequency) => {
      const tone = new OscillatorNode(context, { frequency });
      tone.connect(new GainNode(context, { gain: AMPLITUDE / hertz.length })).connect(out);
      tone.start();
      return tone;
    });
  };
  const openStethoscope = (): MediaStream => {
    const context = new AudioContext({ sampleRate: 48_000 });
    const out = context.createMediaStreamDestination();
    sounding = { context, out };
    sound();
    return out.stream;
  };

  return {
    simulated: false,
    list: () => Promise.resolve([...devices]),
    open: ({ deviceId, kind }) => {
      const name = failures.shift();
      if (name !== undefined) return Promise.reject(Object.assign(new Error(name), { name }));
      const stream = kind === 'videoinput' ? openCamera() : openStethoscope();
      for (const track of stream.getTracks()) open.set(track, deviceId);
      return Promise.resolve(stream);
    },
    wholeSize: (track) => ({
      enlarge: async () => resizes.get(track)?.(WHOLE),
      restore: async () => resizes.get(track)?.(SIZE),
    }),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    plug: (device) => {
      devices.push(device);
      tell();
    },
    unplug: (deviceId) => {
      devices.splice(0, devices.length, ...devices.filter((device) => device.deviceId !== deviceId));
      for (const [track, of] of open) {
        if (of !== deviceId) continue;
        track.stop();
        // Pulled out: `stop` alone tells nobody.
        track.dispatchEvent(new Event('ended'));
      }
      tell();
    },
    tune: (...next) => {
      hertz = next;
      sound();
    },
    failNext: (...names) => {
      failures.push(...names);
    },
    live: () => [...open.keys()].filter(({ readyState }) => readyState === 'live').length,
  };
};
