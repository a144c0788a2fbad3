import type { Failure } from '#core/contract/error-codes.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** How long a reason that a joined call was given stays the reason if it is lost: longer than a dead path takes to be given up. */
const TOLD_MS: Milliseconds = 20_000;

/** What a call that had joined was told of, by its other end or by a stranger: it ends nothing, and explains an end that follows. */
export interface ToldReason {
  note(reason: Failure): void;
  /** The reason, unless it is too old to explain anything; it explains one end. */
  take(): Failure | undefined;
  forget(): void;
}

export const createToldReason = (clock: Pick<Clock, 'monotonic'>): ToldReason => {
  let told: { readonly reason: Failure; readonly untilMs: Milliseconds } | undefined;
  return {
    note: (reason) => {
      told = { reason, untilMs: clock.monotonic() + TOLD_MS };
    },
    take: () => {
      const last = told;
      told = undefined;
      return last && clock.monotonic() <= last.untilMs ? last.reason : undefined;
    },
    forget: () => {
      told = undefined;
    },
  };
};
