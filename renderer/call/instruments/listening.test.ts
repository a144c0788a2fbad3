import { beforeEach, describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createListening, type Listening } from './listening.ts';

/** The audio context of a page that was not touched: it stays suspended, whatever is asked of it. */
class FakeContext extends EventTarget {
  state: AudioContextState = 'suspended';
  readonly destination = {};
  resume = async (): Promise<void> => {
    if (!touched) return;
    this.state = 'running';
    this.dispatchEvent(new Event('statechange'));
  };
  createGain = () => ({ ...node(), gain: { value: 1 } });
  createMediaStreamSource = () => node();
  close = async (): Promise<void> => {};
}
const node = () => ({
  connect: (to: unknown) => to,
  disconnect: () => {},
});
globalThis.AnalyserNode ??= class {
  connect = (to: unknown): unknown => to;
} as never;

const STREAM = { getAudioTracks: () => [{}] } as unknown as MediaStream;
let touched: boolean;
/** What a key does that browsers do not take for a touch. */
let press: () => void;
let waiting: number;
let pulled: number;
let clock: FakeClock;
let listening: Listening;
const held = (): boolean => listening.store.getState().soundHeld;
const touch = (): void => {
  touched = true;
  press();
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  touched = false;
  press = () => {};
  waiting = 0;
  pulled = 0;
  clock = createFakeClock();
  listening = createListening({
    openContext: () => new FakeContext() as unknown as AudioContext,
    outputWatch: {
      store: createStore(() => ({ output: 'there' as const })),
      watch: () => undefined,
      close: () => undefined,
    },
    clock,
    puller: {
      muted: false,
      srcObject: null,
      play: async () => {
        pulled += 1;
      },
    },
    gestures: (listener) => {
      waiting += 1;
      press = listener;
      return () => {
        waiting -= 1;
      };
    },
  });
});

describe('the live stethoscope in a page that was not touched', () => {
  it('is said to be held back, and is heard at the first touch', async () => {
    listening.listen(STREAM);
    expect(held()).toBe(false);
    await clock.advance(1_000);
    expect(held()).toBe(true);
    touch();
    await settled();
    expect(held()).toBe(false);
    expect(pulled).toBe(2);
    expect(waiting).toBe(0);
  });

  it('goes on waiting after a touch that the browser does not count', async () => {
    listening.listen(STREAM);
    await clock.advance(1_000);
    press();
    await settled();
    expect(held()).toBe(true);
    touch();
    await settled();
    expect(held()).toBe(false);
  });

  it('is not held once nothing is listened to any more', async () => {
    listening.listen(STREAM);
    await clock.advance(1_000);
    listening.listen(undefined);
    expect(held()).toBe(false);
    expect(waiting).toBe(0);
  });
});

it('is never said to be held in a page that was touched', async () => {
  touched = true;
  listening.listen(STREAM);
  await settled();
  await clock.advance(2_000);
  expect(held()).toBe(false);
});
