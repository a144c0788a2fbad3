import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { StatementClaims } from '#core/contract/identity.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import { readClaims } from './statement.ts';

/** This side's own statement, fresh before it is needed, and with it the gateway's time. */
export interface StatementKeeper {
  /** The present one; waits for the first. Fails as asking for it failed. */
  present(): Promise<Result<string, Failure>>;
  /** Hears the gateway's time anew, with a new statement; not when it has just been heard. */
  synchronize(): Promise<Result<string, Failure>>;
  /**
   * Milliseconds since 1970 by the clock of the gateway, which stamps every statement: the clock of this machine may be wrong without
   * any harm. Undefined before the first statement.
   */
  gatewayNowMs(): number | undefined;
  close(): void;
}

const RETRY_MS: Milliseconds = 10_000;
/** A call does not wait longer than this for a gateway that does not answer. */
const ANSWER_MS: Milliseconds = 5_000;
/** The gateway limits how often it is asked, and messages of a stranger must not use that up. */
const JUST_NOW_MS: Milliseconds = 5_000;
/** A statement is renewed after this part of its life, so that a gateway that is away for some minutes stops no call. */
const RENEW_AFTER = 1 / 2;

/** Asks for the first statement at once, and for the next well before the present one expires. */
export const keepStatement = (ask: () => Promise<Result<string, Failure>>, clock: Clock): StatementKeeper => {
  let statement: string | undefined;
  let claims: StatementClaims | undefined;
  let stampedMs: Milliseconds = 0;
  let asking: Promise<Result<string, Failure>> | undefined;
  let cancel = (): void => {};
  let closed = false;

  const gatewayNowMs = (): number | undefined =>
    claims && claims.iat * 1_000 + (clock.monotonic() - stampedMs);
  const isOver = (): boolean => claims === undefined || (gatewayNowMs() ?? 0) >= claims.exp * 1_000;

  const plan = (delayMs: Milliseconds): void => {
    cancel();
    if (!closed) cancel = clock.after(delayMs, () => void renew());
  };
  const take = (asked: Result<string, Failure>): Result<string, Failure> => {
    const read = asked.ok ? readClaims(asked.value) : undefined;
    if (!asked.ok || !read) {
      plan(RETRY_MS);
      return asked.ok ? fail(failure('INVALID_MESSAGE', 'own statement')) : asked;
    }
    statement = asked.value;
    claims = read;
    stampedMs = clock.monotonic();
    plan((read.exp - read.iat) * 1_000 * RENEW_AFTER);
    return asked;
  };
  const inTime = (asked: Promise<Result<string, Failure>>): Promise<Result<string, Failure>> =>
    new Promise((resolve) => {
      const stop = clock.after(ANSWER_MS, () => resolve(fail(failure('GATEWAY_LOST', 'no answer'))));
      void asked.then(resolve).finally(stop);
    });
  const renew = (): Promise<Result<string, Failure>> => {
    asking ??= inTime(ask())
      .then(take)
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  void renew();

  return {
    present: async () => (statement === undefined || isOver() ? renew() : ok(statement)),
    synchronize: async () =>
      statement !== undefined && clock.monotonic() - stampedMs < JUST_NOW_MS ? ok(statement) : renew(),
    gatewayNowMs,
    close: () => {
      closed = true;
      cancel();
    },
  };
};
