import { describe, expect, test } from 'vitest';
import { createRunTracker, type Run, type StreamSample } from './stability.ts';

type Sample = StreamSample<number, 'off'>;

const rules = {
  window: 3,
  jumpWindow: 6,
  same: (first: number, second: number) => first === second,
  plausibleChange: (from: number, to: number) => Math.abs(from - to) <= 2,
};

const value = (number: number): Sample => ({ type: 'value', value: number });
const off: Sample = { type: 'none', reason: 'off' };
const times = (count: number, sample: Sample): Sample[] => Array.from({ length: count }, () => sample);

const runsOf = (samples: readonly Sample[]): Run<number, 'off'>[] => {
  const tracker = createRunTracker<number, 'off'>(rules);
  return [...samples.map((sample) => tracker.push(sample)), tracker.end()].filter((run) => run !== undefined);
};

const summary = (samples: readonly Sample[]): string[] =>
  runsOf(samples).map(
    ({ sample, frames, confirmed }) =>
      `${frames}x${sample.type === 'value' ? sample.value : sample.reason}${confirmed ? '!' : '?'}`,
  );

describe('createRunTracker', () => {
  test('confirms a value that holds for the window, and no sooner', () => {
    expect(summary([...times(3, value(98)), ...times(2, value(99))])).toEqual(['3x98!', '2x99?']);
  });

  test('asks for more frames after a jump', () => {
    expect(summary([...times(3, value(98)), ...times(5, value(80))])).toEqual(['3x98!', '5x80?']);
    expect(summary([...times(3, value(98)), ...times(6, value(80))])).toEqual(['3x98!', '6x80!']);
  });

  test('a value may ask for more frames than the rules, until one of its run asks for fewer', () => {
    const wary = (number: number): Sample => ({ type: 'value', value: number, window: 5 });
    expect(summary(times(4, wary(98)))).toEqual(['4x98?']);
    expect(summary(times(5, wary(98)))).toEqual(['5x98!']);
    expect(summary([...times(3, wary(98)), value(98)])).toEqual(['4x98!']);
    expect(summary([...times(3, value(98)), wary(98)])).toEqual(['4x98!']);
  });

  test('compares with the last confirmed value, not with a glitch', () => {
    expect(summary([...times(3, value(98)), value(80), ...times(3, value(98))])).toEqual([
      '3x98!',
      '1x80?',
      '3x98!',
    ]);
  });

  test('forgets the last value once the sensor was off for a window', () => {
    expect(summary([...times(3, value(98)), ...times(3, off), ...times(3, value(80))])).toEqual([
      '3x98!',
      '3xoff?',
      '3x80!',
    ]);
    expect(summary([...times(3, value(98)), off, ...times(3, value(80))])).toEqual([
      '3x98!',
      '1xoff?',
      '3x80?',
    ]);
  });

  test('damage between two bodies makes it forget nothing', () => {
    const damage: StreamSample<number, 'structure'> = { type: 'none', reason: 'structure' };
    const tracker = createRunTracker<number, 'structure'>(rules);
    const pushed = [
      ...times(3, value(98)),
      ...Array.from({ length: 50 }, () => damage),
      ...times(5, value(80)),
    ];
    for (const sample of pushed) tracker.push(sample as StreamSample<number, 'structure'>);
    expect(tracker.current()).toMatchObject({ frames: 5, confirmed: false });
    tracker.push({ type: 'value', value: 80 });
    expect(tracker.current()).toMatchObject({ frames: 6, confirmed: true });
  });

  test('settles what frames of a run need not share', () => {
    const tracker = createRunTracker<readonly [number, string], 'off'>({
      ...rules,
      same: ([first], [second]) => first === second,
      plausibleChange: () => true,
      settle: ([kept], [, before], [, after]) => [kept, before === after ? after : 'open'],
    });
    const told = (['a', 'b', 'b'] as const).map((letter) => {
      tracker.push({ type: 'value', value: [98, letter] });
      return tracker.current()?.sample;
    });
    expect(told).toEqual([
      { type: 'value', value: [98, 'a'] },
      { type: 'value', value: [98, 'open'] },
      { type: 'value', value: [98, 'b'] },
    ]);
  });

  test('shows the run that goes on', () => {
    const tracker = createRunTracker<number, 'off'>(rules);
    expect(tracker.current()).toBeUndefined();
    for (const sample of times(2, value(98))) tracker.push(sample);
    expect(tracker.current()).toMatchObject({ frames: 2, confirmed: false });
    tracker.push(value(98));
    expect(tracker.current()).toMatchObject({ frames: 3, confirmed: true });
  });
});
