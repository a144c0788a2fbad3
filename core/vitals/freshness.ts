import type { Milliseconds } from '../time.ts';
import type { ReadingKind } from './kinds.ts';

/**
 * How long a live value may be shown without a newer one, by kind, in milliseconds on a monotonic clock (hazard: stale taken for live).
 * A kind that no device streams has none: its readings are recorded ones and stay, with their time.
 */
export const LIVE_MAXIMUM_AGE: Partial<Record<ReadingKind, Milliseconds>> = {
  oximetry: 3_000,
  'body-weight': 3_000,
};

/** Whether a live value sampled `age` milliseconds ago may still be shown. */
export const isFresh = (kind: ReadingKind, age: Milliseconds): boolean => {
  const maximum = LIVE_MAXIMUM_AGE[kind];
  return maximum !== undefined && age >= 0 && age <= maximum;
};
