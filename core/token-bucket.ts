import type { Milliseconds } from './time.ts';

export interface Rate {
  /** How many may come at once. */
  readonly burst: number;
  /** How many more each second. */
  readonly perSecond: number;
}

/** How much of a rate is left, and since when; a bucket that nobody has taken from is full (`undefined`). */
export interface Bucket {
  readonly level: number;
  readonly atMs: Milliseconds;
}

/** Takes one at a monotonic time: `within` is whether the rate allows it. What it does not allow takes nothing. */
export const takeToken = (
  { burst, perSecond }: Rate,
  bucket: Bucket | undefined,
  nowMs: Milliseconds,
): { readonly within: boolean; readonly bucket: Bucket } => {
  const gained = bucket === undefined ? burst : bucket.level + ((nowMs - bucket.atMs) / 1_000) * perSecond;
  const level = Math.min(burst, gained);
  const within = level >= 1;
  return { within, bucket: { level: within ? level - 1 : level, atMs: nowMs } };
};
