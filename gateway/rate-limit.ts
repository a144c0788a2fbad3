import type { Clock } from '#core/time.ts';
import { type Bucket as BucketLevel, type Rate, takeToken } from '#core/token-bucket.ts';

/** A token bucket: true while `take` keeps within the rate. */
export interface Bucket {
  take(): boolean;
}

/** A full bucket. */
export const createBucket = (rate: Rate, clock: Clock): Bucket => {
  let left: BucketLevel | undefined;
  return {
    take: () => {
      const { within, bucket } = takeToken(rate, left, clock.monotonic());
      left = bucket;
      return within;
    },
  };
};

/** One bucket for each key; the longest unused is forgotten beyond `most` keys. */
export const createBuckets = (rate: Rate, most: number, clock: Clock): ((key: string) => Bucket) => {
  const buckets = new Map<string, Bucket>();
  return (key) => {
    const bucket = buckets.get(key) ?? createBucket(rate, clock);
    buckets.delete(key);
    buckets.set(key, bucket);
    const [oldest] = buckets.keys();
    if (buckets.size > most && oldest !== undefined) buckets.delete(oldest);
    return bucket;
  };
};
