import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bucket, takeToken } from './token-bucket.ts';

describe('a token bucket', () => {
  it('lets through what the rate allows and no more, however it comes', () => {
    const rates = fc.record({
      burst: fc.integer({ min: 1, max: 50 }),
      perSecond: fc.integer({ min: 1, max: 50 }),
    });
    const gaps = fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 300 });
    fc.assert(
      fc.property(rates, gaps, (rate, waits) => {
        let bucket: Bucket | undefined;
        let nowMs = 0;
        let through = 0;
        for (const wait of waits) {
          nowMs += wait;
          const taken = takeToken(rate, bucket, nowMs);
          ({ bucket } = taken);
          if (taken.within) through += 1;
          expect(through).toBeLessThanOrEqual(rate.burst + (nowMs / 1_000) * rate.perSecond + 1e-6);
        }
        expect(through).toBeGreaterThanOrEqual(Math.min(waits.length, rate.burst));
      }),
    );
  });

  it('refuses a flood without forgetting what time gives back', () => {
    const rate = { burst: 2, perSecond: 1 };
    let bucket: Bucket | undefined;
    const at = (nowMs: number): boolean => {
      const taken = takeToken(rate, bucket, nowMs);
      ({ bucket } = taken);
      return taken.within;
    };
    expect([0, 0, 0, 100, 500, 999, 1_001, 1_002].map(at)).toEqual([
      ...[true, true, false, false, false, false],
      ...[true, false],
    ]);
  });
});
