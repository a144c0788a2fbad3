import type { Milliseconds } from '#core/time.ts';

/** Looked back over so many acknowledgements. */
const KEPT = 4;
/** A line that was quick may stumble for as long. */
const AT_LEAST_MS: Milliseconds = 800;
/** Of a line of which nothing is known, or that is slow: replacing its link costs it several seconds. */
const AT_MOST_MS: Milliseconds = 2_000;
const TIMES_SLOWEST = 4;

/** How long a broker that is probed has to acknowledge, by how it did lately. */
export interface ProbeDeadline {
  acknowledged(afterMs: Milliseconds): void;
  withinMs(): Milliseconds;
  /** Another link, of which nothing is known. */
  reset(): void;
}

export const createProbeDeadline = (): ProbeDeadline => {
  let lately: readonly Milliseconds[] = [];
  return {
    acknowledged: (afterMs) => {
      lately = [...lately, afterMs].slice(-KEPT);
    },
    withinMs: () =>
      lately.length === 0
        ? AT_MOST_MS
        : Math.min(AT_MOST_MS, Math.max(AT_LEAST_MS, TIMES_SLOWEST * Math.max(...lately))),
    reset: () => {
      lately = [];
    },
  };
};
