import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNT_SECONDS, isTakenRight, perMinute } from './taking.ts';
import { countLeft, startCount, tapped } from './tap-counter.ts';

describe('breaths counted by taps', () => {
  it('are all those within the time, and none after it', () => {
    const times = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.constantFrom(...COUNT_SECONDS),
        fc.integer({ min: 0, max: 1_000_000 }),
        times,
        (seconds, start, taps) => {
          const after = taps
            .toSorted((one, other) => one - other)
            .reduce((count, time) => tapped(count, start + time), startCount(seconds, start));
          expect(after.taps).toBe(taps.filter((time) => time < seconds * 1_000).length);
        },
      ),
    );
  });

  it('say what is left of their time', () => {
    const count = startCount(30, 1_000);
    expect([1_000, 16_000, 31_000, 99_000].map((now) => countLeft(count, now))).toEqual([
      30_000, 15_000, 0, 0,
    ]);
  });

  it('make a rate per minute', () => {
    expect([perMinute(9, 30), perMinute(17, 60)]).toEqual([18, 17]);
  });
});

describe('how a sign is taken', () => {
  it.each([
    ['respiratory-rate', { how: 'counted', count: 9, seconds: 30 }, 18, true],
    ['respiratory-rate', { how: 'counted', count: 9, seconds: 30 }, 17, false],
    ['respiratory-rate', undefined, 18, false],
    ['temperature', { how: 'read-at', site: 'ear' }, undefined, true],
    ['temperature', undefined, undefined, false],
    ['pain', { how: 'told' }, undefined, true],
    ['pain', { how: 'counted', count: 4, seconds: 60 }, undefined, false],
    ['blood-glucose', undefined, undefined, true],
    ['oximetry', undefined, undefined, true],
    ['oximetry', { how: 'told' }, undefined, false],
  ] as const)('%s %j', (sign, taking, rate, right) => {
    expect(isTakenRight(sign, taking, rate)).toBe(right);
  });
});
