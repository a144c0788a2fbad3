import { type Failure, failure } from '#core/contract/error-codes.ts';
import { type Session, sessionSchema } from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';

/** `fetch` of a page, for paths of its own gateway. */
export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** A fresh token is asked for after this part of its life. */
const RENEW_AFTER = 2 / 3;
const RETRY_MS = 15_000;

/**
 * `POST /session/renew`: a fresh token of whoever is signed in with this browser, undefined when nobody is. The gateway lets the
 * broker connection of `page` go on with it. Fails with SESSION_EXPIRED, or GATEWAY_LOST when the gateway does not answer.
 */
export const renewSession = async (
  fetch: Fetch,
  page: string,
): Promise<Result<Session | undefined, Failure>> => {
  try {
    const response = await fetch('/session/renew', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ page }),
    });
    if (response.status === 204) return ok(undefined);
    if (response.status === 401) return fail(failure('SESSION_EXPIRED'));
    if (!response.ok) return fail(failure('GATEWAY_LOST', `status ${response.status}`));
    const session = sessionSchema.safeParse(await response.json());
    return session.success ? ok(session.data) : fail(failure('INVALID_MESSAGE', 'session'));
  } catch {
    return fail(failure('GATEWAY_LOST'));
  }
};

/** The session of one page, with a token that is always fresh. */
export interface SessionKeeper {
  /** With its present token. */
  session(): Session;
  /** Asks for a fresh token now. Fails with SESSION_EXPIRED when it is over, with anything else when it may be asked again. */
  renew(): Promise<Result<Session, Failure>>;
  /** Stops renewing. */
  close(): void;
}

export interface SessionKeeperOptions {
  readonly fetch: Fetch;
  readonly page: string;
  readonly session: Session;
  readonly clock: Clock;
}

/** Renews the token of `session` well before it expires, until closed or over. A connection that is open never notices. */
export const keepSession = ({ fetch, page, session, clock }: SessionKeeperOptions): SessionKeeper => {
  let present = session;
  let closed = false;
  let cancel = (): void => {};

  const plan = (delayMs: number): void => {
    cancel();
    if (!closed) cancel = clock.after(delayMs, () => void renew());
  };
  const renew = async (): Promise<Result<Session, Failure>> => {
    const renewed = await renewSession(fetch, page);
    if (!renewed.ok && renewed.failure.code !== 'SESSION_EXPIRED') {
      plan(RETRY_MS);
      return renewed;
    }
    // Another physician who signed in with this browser meanwhile is not the one of this page.
    if (!renewed.ok || renewed.value?.physicianId !== session.physicianId) {
      cancel();
      return fail(failure('SESSION_EXPIRED'));
    }
    present = renewed.value;
    plan(present.expiresIn * 1_000 * RENEW_AFTER);
    return ok(present);
  };

  plan(session.expiresIn * 1_000 * RENEW_AFTER);
  return {
    session: () => present,
    renew,
    close: () => {
      closed = true;
      cancel();
    },
  };
};
