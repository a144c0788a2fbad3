import { beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { type OutputWatch, watchSoundOutput } from './sound-output.ts';

let clock: FakeClock;
let named: MediaDeviceInfo['kind'][] | 'refused';
let touched: boolean;
let devices: EventTarget & Pick<MediaDevices, 'enumerateDevices'>;

const open = (namesOutputs: boolean): OutputWatch =>
  watchSoundOutput({ devices, namesOutputs, wasTouched: () => touched, clock });
const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};
const outputOf = (watch: OutputWatch) => watch.store.getState().output;

beforeEach(() => {
  clock = createFakeClock();
  named = [];
  touched = true;
  devices = Object.assign(new EventTarget(), {
    enumerateDevices: () =>
      named === 'refused'
        ? Promise.reject(new DOMException('refused', 'NotAllowedError'))
        : Promise.resolve(named.map((kind) => ({ kind }) as MediaDeviceInfo)),
  });
});

describe('in a browser that names every output', () => {
  it('a computer without one is known before anything is played, and until one is plugged in', async () => {
    named = ['audioinput'];
    const watch = open(true);
    await settled();
    expect(outputOf(watch)).toBe('absent');
    named = ['audioinput', 'audiooutput'];
    devices.dispatchEvent(new Event('devicechange'));
    await settled();
    expect(outputOf(watch)).toBe('unknown');
  });
  it('a list that is refused says nothing', async () => {
    named = 'refused';
    const watch = open(true);
    await settled();
    expect(outputOf(watch)).toBe('unknown');
  });
  it('sound that runs into nothing is no output', async () => {
    const context = { currentTime: 0 };
    const watch = open(true);
    watch.watch(context);
    context.currentTime = 2.9;
    await clock.advance(3_000);
    expect(outputOf(watch)).toBe('absent');
  });
});

describe('in a browser that names no output', () => {
  it('nothing is said of a computer on which nothing was played', async () => {
    const watch = open(false);
    await settled();
    await clock.advance(60_000);
    expect(outputOf(watch)).toBe('unknown');
  });
  it('sound that does not begin within 3 s has no output, and has one once it begins', async () => {
    const context = { currentTime: 0 };
    const watch = open(false);
    watch.watch(context);
    await clock.advance(2_900);
    expect(outputOf(watch)).toBe('unknown');
    await clock.advance(100);
    expect(outputOf(watch)).toBe('absent');
    context.currentTime = 0.5;
    await clock.advance(3_000);
    expect(outputOf(watch)).toBe('there');
  });
  it('an output that is unplugged while it plays is absent', async () => {
    const context = { currentTime: 0 };
    const watch = open(false);
    watch.watch(context);
    context.currentTime = 3;
    await clock.advance(3_000);
    expect(outputOf(watch)).toBe('there');
    await clock.advance(3_000);
    expect(outputOf(watch)).toBe('absent');
  });
  it('sound that waits for the first touch of the page is not taken for a missing output', async () => {
    touched = false;
    const watch = open(false);
    watch.watch({ currentTime: 0 });
    await clock.advance(60_000);
    expect(outputOf(watch)).toBe('unknown');
  });
});
