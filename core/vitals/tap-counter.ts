import type { Milliseconds } from '../time.ts';
import type { CountSeconds } from './taking.ts';

/** Taps counted from the first press of a key, over a fixed time. Times are of one monotonic clock. */
export interface TapCount {
  readonly startedMs: Milliseconds;
  readonly seconds: CountSeconds;
  readonly taps: number;
}

export const startCount = (seconds: CountSeconds, nowMs: Milliseconds): TapCount => ({
  startedMs: nowMs,
  seconds,
  taps: 0,
});

/** What is left of the count at `nowMs`. */
export const countLeft = ({ startedMs, seconds }: TapCount, nowMs: Milliseconds): Milliseconds =>
  Math.max(0, startedMs + seconds * 1_000 - nowMs);

/** One more tap; one that comes after the time is over is not counted. */
export const tapped = (count: TapCount, nowMs: Milliseconds): TapCount =>
  countLeft(count, nowMs) === 0 ? count : { ...count, taps: count.taps + 1 };
