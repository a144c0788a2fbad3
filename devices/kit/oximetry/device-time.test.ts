import { expect, test } from 'vitest';
import { createDeviceTime } from './device-time.ts';

/** Device times as seconds after noon, and when they were heard, in seconds. */
const judge = (frames: readonly (readonly [device: number, heard: number])[]): string => {
  const time = createDeviceTime();
  return frames
    .map(([device, heard]) => {
      const minutes = String(Math.floor(device / 60)).padStart(2, '0');
      const seconds = String(device % 60).padStart(2, '0');
      return time.runsTrue(`2026-03-02T12:${minutes}:${seconds}`, heard * 1000) ? 'live' : 'memory';
    })
    .join(' ');
};

test('frames as they are measured are live, whatever the clock says, and so are frames held back for a moment', () => {
  expect(judge([2, 4, 6, 8, 10].map((second) => [second, second + 900]))).toBe('live live live live live');
  expect(judge([2, 4, 6, 8].map((second) => [second, Math.max(second, 6)]))).toBe('live live live live');
});

test('a memory printed as fast as the line goes never holds for long', () => {
  const printed = Array.from({ length: 12 }, (_, line) => [2 * line, line / 10] as const);
  expect(judge(printed)).toBe('live live live memory live live memory live live memory live live');
});

test('a time before the last one is a memory, or a clock being set: one frame', () => {
  expect(
    judge([
      [100, 1],
      [102, 3],
      [40, 5],
      [42, 7],
      [44, 9],
    ]),
  ).toBe('live live memory live live');
});

test('a stream that was silent goes on; frames without time are not judged', () => {
  expect(
    judge([
      [2, 2],
      [600, 600],
      [602, 602],
    ]),
  ).toBe('live live live');
  expect(createDeviceTime().runsTrue(undefined, 0)).toBe(true);
});
