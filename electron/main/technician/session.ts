import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** An open bench locks by itself so long after the code was typed. */
export const SESSION_LASTS: Milliseconds = 15 * 60_000;
/** Wrong codes before a pause. */
export const TRIES = 5;
/** The first pause; each further one is twice as long, an hour at most. */
export const FIRST_PAUSE: Milliseconds = 60_000;
const LONGEST_PAUSE: Milliseconds = 3_600_000;

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
  let wrong = 0;
  let nextPause = FIRST_PAUSE;
  let pausedUntil: Milliseconds | undefined;
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
    wrong = 0;
    nextPause = FIRST_PAUSE;
    cancelEnd();
    openUntil = clock.monotonic() + SESSION_LASTS;
    cancelEnd = clock.after(SESSION_LASTS, () => close('locked by itself'));
    audit('unlocked');
    onChange();
  };

  const refuse = (): void => {
    wrong += 1;
    audit(`wrong code, ${wrong} of ${TRIES}`);
    if (wrong === TRIES) {
      wrong = 0;
      pausedUntil = clock.monotonic() + nextPause;
      audit(`no code is taken for ${nextPause / 60_000} min`);
      clock.after(nextPause, onChange);
      nextPause = Math.min(2 * nextPause, LONGEST_PAUSE);
    }
    onChange();
  };

  const pauseMs = (): Milliseconds | undefined => left(pausedUntil) || undefined;

  return {
    isOpen: () => openUntil !== undefined,
    remainingMs: () => left(openUntil),
    triesLeft: () => (pauseMs() === undefined ? TRIES - wrong : 0),
    pauseMs,
    unlock: async (pin) => {
      // One at a time: codes that are tried side by side would not be counted.
      if (check === undefined || checking || pauseMs() !== undefined) return fail(failure('NOT_ALLOWED'));
      checking = true;
      const isRight = await check(pin).finally(() => {
        checking = false;
      });
      if (!isRight) {
        refuse();
        return fail(failure('NOT_ALLOWED', 'wrong code'));
      }
      open();
      return ok(null);
    },
    lock: () => close('locked'),
  };
};
