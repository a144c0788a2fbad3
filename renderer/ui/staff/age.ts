import type { Instant, Milliseconds } from '#core/time.ts';

/** How long ago something was, in the coarsest words that are still true. Minutes are whole, never rounded up. */
export type Age =
  | { readonly unit: 'now' }
  | { readonly unit: 'seconds'; readonly seconds: number }
  | { readonly unit: 'minutes'; readonly minutes: number }
  | { readonly unit: 'hours'; readonly hours: number; readonly minutes: number }
  /** The stamp lies ahead of this clock by more than clocks drift apart: only the time of day can be told. */
  | { readonly unit: 'unknown' };

/** Clocks of two machines that follow network time differ by less than this, in milliseconds. */
const CLOCK_DRIFT: Milliseconds = 5_000;
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/**
 * Age of `at` seen from `nowMs` (milliseconds since 1970). `skewMs` is how far the clock that stamped `at` is ahead of this one;
 * without it a wrong clock of the reader would show a wrong age.
 */
export const ageOf = (at: Instant, nowMs: Milliseconds, skewMs: Milliseconds = 0): Age => {
  const elapsed = nowMs + skewMs - Date.parse(at);
  if (!Number.isFinite(elapsed) || elapsed < -CLOCK_DRIFT) return { unit: 'unknown' };
  if (elapsed < 10 * SECOND) return { unit: 'now' };
  if (elapsed < MINUTE) return { unit: 'seconds', seconds: Math.floor(elapsed / (10 * SECOND)) * 10 };
  if (elapsed < HOUR) return { unit: 'minutes', minutes: Math.floor(elapsed / MINUTE) };
  const hours = Math.floor(elapsed / HOUR);
  return { unit: 'hours', hours, minutes: Math.floor((elapsed - hours * HOUR) / MINUTE) };
};
