import { expect, it } from 'vitest';
import { longestStill, movesFrom } from './frames.ts';

it('takes a picture for moving when several frames follow each other', () => {
  // The frame at 900 was still on its way when the line broke.
  expect(movesFrom([100, 140, 900, 3_000, 3_100, 3_200, 3_300], 800)).toBe(3_000);
  expect(movesFrom([100, 140, 180], 800)).toBeUndefined();
  expect(movesFrom([900, 2_000], 800)).toBeUndefined();
});

it('finds the longest time without a frame, the ends included', () => {
  expect(longestStill([100, 200, 300], 0, 350)).toBe(100);
  expect(longestStill([100, 200, 300], 0, 1_000)).toBe(700);
  expect(longestStill([], 50, 1_000)).toBe(950);
});
