import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createBucket, createBuckets } from './rate-limit.ts';

const RATE = { burst: 3, perSecond: 0.5 };
const takes = (bucket: { take(): boolean }, count: number) =>
  Array.from({ length: count }, () => bucket.take());

describe('rate limit', () => {
  it('lets a burst through, then only what time gives back', async () => {
    const clock = createFakeClock();
    const bucket = createBucket(RATE, clock);
    expect(takes(bucket, 4)).toEqual([true, true, true, false]);
    await clock.advance(2_000);
    expect(takes(bucket, 2)).toEqual([true, false]);
    await clock.advance(3_600_000);
    expect(takes(bucket, 4)).toEqual([true, true, true, false]);
  });

  it('keeps one bucket for each key, and forgets the longest unused', () => {
    const bucketOf = createBuckets({ burst: 1, perSecond: 0 }, 2, createFakeClock());
    expect([bucketOf('a').take(), bucketOf('a').take(), bucketOf('b').take()]).toEqual([true, false, true]);
    bucketOf('a');
    bucketOf('c');
    expect([bucketOf('a').take(), bucketOf('b').take()]).toEqual([false, true]);
  });
});
