import type { Clock } from '#core/time.ts';

export interface Rate {
  /** How many may come at once. */
  readonly burst: number;
  /** How many more each second. */
  readonly perSecond: number;
}

/** A token bucket: true while `take` keeps within the rate. */
export interface Bucket {
  take(): boolean;
}

/** A full bucket. */
export const createBucket = ({ burst, perSecond }: Rate, clock: Clock): Bucket => {
  let level = burst;
  let seenMs = clock.monotonic();
  return {
    take: () => {
      const nowMs = clock.monotonic();
      level = Math.min(burst, level + ((nowMs - seenMs) / 1_000) * perSecond);
      seenMs = nowMs;
      if (level < 1) return false;
      level -= 1;
      return true;
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
