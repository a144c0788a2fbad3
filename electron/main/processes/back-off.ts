import type { Clock, Milliseconds } from '#core/time.ts';

/** Delay before the n-th restart in a row: at once, then longer, never more than half a minute. The first three are over within a second. */
const RESTART_DELAYS: readonly Milliseconds[] = [0, 200, 200, 1_000, 3_000, 10_000, 30_000];
/** A process that has lived this long has recovered: the next death counts as the first again. */
const STEADY_AFTER: Milliseconds = 30_000;

/** Says when to start a process that died again. */
export interface BackOff {
  /** Call at each start; the returned delay is for the restart after its death. */
  started(): void;
  nextDelay(): Milliseconds;
}

export const createBackOff = (clock: Clock): BackOff => {
  let deaths = 0;
  let startedAt = clock.monotonic();
  return {
    started: () => {
      startedAt = clock.monotonic();
    },
    nextDelay: () => {
      if (clock.monotonic() - startedAt > STEADY_AFTER) deaths = 0;
      const delay = RESTART_DELAYS[Math.min(deaths, RESTART_DELAYS.length - 1)] ?? 0;
      deaths += 1;
      return delay;
    },
  };
};
