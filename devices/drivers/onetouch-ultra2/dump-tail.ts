import type { Clock, Milliseconds } from '#core/time.ts';

/** The rest of a dump, which still comes in when its newest records have been read: nothing is asked before it is over. */
export interface DumpTail {
  /** So many lines are still to come; infinitely many when nobody knows. */
  expect(lines: number): void;
  /** A line came. */
  came(): void;
  /** Resolves once the last line came, the line has been quiet for the pause, or the longest wait is over. */
  over(): Promise<void>;
  close(): void;
}

/** Nothing is to come yet. */
export const createDumpTail = (clock: Clock, pause: Milliseconds, longest: Milliseconds): DumpTail => {
  let expected = 0;
  let heardAt = 0;
  let cancel = (): void => undefined;

  return {
    expect: (lines) => {
      expected = lines;
      heardAt = clock.monotonic();
    },
    came: () => {
      expected = Math.max(0, expected - 1);
      heardAt = clock.monotonic();
    },
    over: () =>
      new Promise((resolve) => {
        const deadline = clock.monotonic() + longest;
        const check = (): void => {
          const left = Math.min(heardAt + pause, deadline) - clock.monotonic();
          if (expected > 0 && left > 0) {
            cancel = clock.after(left, check);
            return;
          }
          expected = 0;
          resolve();
        };
        check();
      }),
    close: () => cancel(),
  };
};
