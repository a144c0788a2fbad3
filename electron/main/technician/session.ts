import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { createCodeTries } from '../people/code-tries.ts';

/** An open bench locks by itself so long after the code was typed. */
export const SESSION_LASTS: Milliseconds = 15 * 60_000;

/** Who may use the bench now. One cabin has one technician's window. */
export interface TechnicianSession {
  isOpen(): boolean;
  /** Until it locks by itself; 0 when it is locked. */
  remainingMs(): Milliseconds;
  triesLeft(): number;
  /** Until another code is taken, after too many wrong ones. */
  pauseMs(): Milliseconds | undefined;
  unlock(pin: string): Promise<Result<null, Failure>>;
  lock(): void;
}

interface SessionOptions {
  readonly clock: Clock;
  /** Undefined when the site has no code: nothing unlocks. */
  readonly check: ((pin: string) => Promise<boolean>) | undefined;
  /** Opened, locked, or the tries have changed. */
  onChange(): void;
  /** What a log of accesses keeps; it holds no code. */
  audit(what: string): void;
}

/** A locked session. */
export const createTechnicianSession = ({
  clock,
  check,
  onChange,
  audit,
}: SessionOptions): TechnicianSession => {
  let openUntil: Milliseconds | undefined;
  let cancelEnd: () => void = () => undefined;
  const tries = createCodeTries({ clock, audit, onChange });
  let checking = false;

  const left = (until: Milliseconds | undefined): Milliseconds =>
    until === undefined ? 0 : Math.max(0, until - clock.monotonic());

  const close = (why: string): void => {
    if (openUntil === undefined) return;
    openUntil = undefined;
    cancelEnd();
    audit(why);
    onChange();
  };

  const open = (): void => {
    tries.right();
    cancelEnd();
    openUntil = clock.monotonic() + SESSION_LASTS;
    cancelEnd = clock.after(SESSION_LASTS, () => close('locked by itself'));
    audit('unlocked');
    onChange();
  };

  return {
    isOpen: () => openUntil !== undefined,
    remainingMs: () => left(openUntil),
    triesLeft: tries.left,
    pauseMs: tries.pauseMs,
    unlock: async (pin) => {
      // One at a time: codes that are tried side by side would not be counted.
      if (check === undefined || checking || tries.pauseMs() !== undefined)
        return fail(failure('NOT_ALLOWED'));
      checking = true;
      const isRight = await check(pin).finally(() => {
        checking = false;
      });
      if (!isRight) {
        tries.wrong();
        onChange();
        return fail(failure('NOT_ALLOWED', 'wrong code'));
      }
      open();
      return ok(null);
    },
    lock: () => close('locked'),
  };
};
