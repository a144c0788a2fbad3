import type { Clock, Milliseconds } from '#core/time.ts';

/** Wrong codes before a pause. */
export const TRIES = 5;
/** The first pause; each further one is twice as long, an hour at most. */
export const FIRST_PAUSE: Milliseconds = 60_000;
const LONGEST_PAUSE: Milliseconds = 3_600_000;

/** Counts wrong codes at one door. */
export interface CodeTries {
  left(): number;
  /** Until another code is taken, after too many wrong ones. */
  pauseMs(): Milliseconds | undefined;
  wrong(): void;
  right(): void;
}

interface CodeTriesOptions {
  readonly clock: Clock;
  /** What a log of accesses keeps; it holds no code. */
  audit(what: string): void;
  /** A pause is over. */
  onChange(): void;
}

export const createCodeTries = ({ clock, audit, onChange }: CodeTriesOptions): CodeTries => {
  let wrong = 0;
  let nextPause = FIRST_PAUSE;
  let pausedUntil: Milliseconds | undefined;
  const pauseMs = (): Milliseconds | undefined =>
    pausedUntil === undefined ? undefined : Math.max(0, pausedUntil - clock.monotonic()) || undefined;
  return {
    left: () => (pauseMs() === undefined ? TRIES - wrong : 0),
    pauseMs,
    right: () => {
      wrong = 0;
      nextPause = FIRST_PAUSE;
    },
    wrong: () => {
      wrong += 1;
      audit(`wrong code, ${wrong} of ${TRIES}`);
      if (wrong < TRIES) return;
      wrong = 0;
      pausedUntil = clock.monotonic() + nextPause;
      audit(`no code is taken for ${nextPause / 60_000} min`);
      clock.after(nextPause, onChange);
      nextPause = Math.min(2 * nextPause, LONGEST_PAUSE);
    },
  };
};
