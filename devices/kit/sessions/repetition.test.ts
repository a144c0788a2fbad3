import { describe, expect, test } from 'vitest';
import { createRepetitionTracker } from './repetition.ts';

const RULES = { agreement: 2, standsMs: 1_500, pauseMs: 2_500 };

/** A scale that was silent for ten seconds before the capture, unless a value is given that it repeated until then. */
const startCapture = (before?: string) => {
  const tracker = createRepetitionTracker(RULES, -10_000);
  if (before !== undefined) tracker.take(before, -500);
  tracker.begin(0, false);
  return tracker;
};

describe('agreement', () => {
  test('a value is believed once it was repeated for long enough', () => {
    const tracker = startCapture();
    expect([1_000, 2_000, 3_000].map((at) => tracker.take('83.7', at))).toEqual([
      'waiting',
      'waiting',
      'agreed',
    ]);
    expect(tracker.count()).toBe(3);
  });

  test('repetitions in quick succession are not enough', () => {
    const tracker = startCapture();
    expect([0, 250, 500, 750, 1_000].map((at) => tracker.take('83.7', at))).not.toContain('agreed');
    expect(tracker.take('83.7', 1_500)).toBe('agreed');
  });

  test('another value, damage and a pause start it again', () => {
    for (const break_ of ['value', 'damage', 'pause'] as const) {
      const tracker = startCapture();
      tracker.take('83.7', 0);
      tracker.take('83.7', 1_000);
      if (break_ === 'value') tracker.take('83.8', 1_500);
      if (break_ === 'damage') tracker.interrupt(false);
      expect(tracker.take('83.7', break_ === 'pause' ? 4_000 : 2_000)).toBe('waiting');
      expect(tracker.count()).toBe(1);
    }
  });
});

describe('what stood there before the capture', () => {
  test('is refused for as long as it goes on', () => {
    const tracker = startCapture('61.2');
    for (let second = 0; second < 60; second += 1) {
      expect(tracker.take('61.2', 500 + second * 1_000)).toBe('held');
    }
  });

  test('is refused over damage and single other values, too', () => {
    const tracker = startCapture('61.2');
    expect(tracker.take('61.2', 500)).toBe('held');
    tracker.interrupt(false);
    expect(tracker.take('21.2', 1_500)).toBe('waiting');
    expect(tracker.take('61.2', 2_500)).toBe('held');
  });

  test('may be the same weight of somebody else after a pause, or after an empty platform', () => {
    const paused = startCapture('61.2');
    paused.take('61.2', 500);
    expect([5_000, 6_000, 7_000].map((at) => paused.take('61.2', at)).at(-1)).toBe('agreed');
    const emptied = startCapture('61.2');
    emptied.interrupt(true);
    expect([500, 1_500, 2_500].map((at) => emptied.take('61.2', at)).at(-1)).toBe('agreed');
  });

  test('does not keep the next one from being weighed', () => {
    const tracker = startCapture('61.2');
    expect([500, 1_500, 2_500].map((at) => tracker.take('83.7', at)).at(-1)).toBe('agreed');
  });

  test('is unknown on a line just opened: what goes on at once may be it', () => {
    const tracker = createRepetitionTracker(RULES, 0);
    tracker.begin(200, false);
    expect([1_000, 2_000, 3_000].map((at) => tracker.take('61.2', at))).toEqual(['held', 'held', 'held']);
  });

  test('is unknown when a message was coming in as the capture began', () => {
    const tracker = createRepetitionTracker(RULES, -10_000);
    tracker.begin(0, true);
    expect([50, 1_050, 2_050].map((at) => tracker.take('61.2', at))).toEqual(['held', 'held', 'held']);
  });
});
