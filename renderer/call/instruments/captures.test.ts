import { describe, expect, it } from 'vitest';
import { missingSound } from './captures.ts';

/** Lateness of 1 500 pieces of 10 ms, each late by up to 20 ms as on a busy machine. */
const pieces = (lostAfter: number | undefined, lostUs: number): number[] =>
  Array.from(
    { length: 1_500 },
    (_, index) =>
      ((index * 7_919) % 20) * 1_000 + (lostAfter !== undefined && index > lostAfter ? lostUs : 0),
  );

describe('a clip of the stethoscope', () => {
  it('is whole though the machine stamps its pieces late', () => {
    expect(missingSound(pieces(undefined, 0))).toBe(0);
  });
  it('is seen to lack a single piece, wherever it was lost', () => {
    for (const lostAfter of [61, 700, 1_400]) expect(missingSound(pieces(lostAfter, 10_000))).toBe(10_000);
  });
});
