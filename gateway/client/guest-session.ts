import type * as z from 'zod';
import { errorCodeSchema, type Failure, failure } from '#core/contract/error-codes.ts';
import { type GuestSession, guestLookReplySchema, guestSessionSchema } from '#core/contract/guests.ts';
import type { IceServer } from '#core/contract/ice.ts';
import { brokerAccessSchema, type GatewayConfig } from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { AskAccess } from './broker-access.ts';
import { guestClientId } from './client-ids.ts';
import type { Fetch } from './session-keeper.ts';

/** A fresh token is asked for after this part of its life. */
const RENEW_AFTER = 2 / 3;
const RETRY_MS = 15_000;

const ask = async <Schema extends z.ZodType>(
  fetch: Fetch,
  path: string,
  body: object,
  schema: Schema,
): Promise<Result<z.infer<Schema> | undefined, Failure>> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.status === 204) return ok(undefined);
    const answer: unknown = await response.json();
    if (!response.ok) {
      const code = (answer as { readonly code?: unknown } | null)?.code;
      return fail(failure(errorCodeSchema.safeParse(code).data ?? 'GATEWAY_LOST'));
    }
    const parsed = schema.safeParse(answer);
    return parsed.success ? ok(parsed.data) : fail(failure('INVALID_MESSAGE', path));
  } catch {
    return fail(failure('GATEWAY_LOST'));
  }
};

const present = <Value>(answer: Result<Value | undefined, Failure>): Result<Value, Failure> => {
  if (!answer.ok) return answer;
  return answer.value === undefined ? fail(failure('INVALID_MESSAGE')) : ok(answer.value);
};

/** What the link is for, without using it up. Fails with a GUEST_LINK code, or GATEWAY_LOST. */
export const lookAtInvitation = async (fetch: Fetch, code: string) =>
  present(await ask(fetch, '/guest/look', { code }, guestLookReplySchema));

/** Comes in with the link, which is used up by it. */
export const enterAsGuest = async (
  fetch: Fetch,
  entry: { readonly code: string; readonly name: string; readonly page: string },
): Promise<Result<GuestSession, Failure>> =>
  present(await ask(fetch, '/guest/enter', entry, guestSessionSchema));

/** The guest who came in with this browser, with a fresh token; undefined when nobody did. SESSION_EXPIRED: not welcome any more. */
export const renewGuest = (fetch: Fetch, page: string): Promise<Result<GuestSession | undefined, Failure>> =>
  ask(fetch, '/guest/renew', { page }, guestSessionSchema);

/** A guest's way into the broker, with a token that is always fresh. */
export interface GuestAccess {
  readonly access: AskAccess;
  /** As the gateway last gave them. */
  iceServers(): readonly IceServer[];
  /** Called with each renewal. */
  onIceServers(listener: (servers: readonly IceServer[]) => void): () => void;
  /** The relay refused what we have: asks for other credentials now. */
  renewIce(): void;
  close(): void;
}

export interface GuestAccessOptions {
  readonly fetch: Fetch;
  readonly origin: string;
  readonly config: Pick<GatewayConfig, 'brokerPath'>;
  readonly session: GuestSession;
  readonly page: string;
  readonly clock: Clock;
}

/** Keeps the token of `session` fresh until closed, or until the guest is not welcome any more. */
export const keepGuestAccess = (options: GuestAccessOptions): GuestAccess => {
  const { fetch, origin, config, session, page, clock } = options;
  const { siteId, cabinId, guestId } = session;
  let { token, iceServers } = session;
  let closed = false;
  const listeners = new Set<(servers: readonly IceServer[]) => void>();
  let cancel = (): void => {};

  const plan = (delayMs: number): void => {
    cancel();
    if (!closed) cancel = clock.after(delayMs, () => void renew());
  };
  let asking: Promise<Result<null, Failure>> | undefined;
  /** Both calls may find at the same moment that they need other credentials. */
  const renew = (): Promise<Result<null, Failure>> => {
    asking ??= askAnew().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const askAnew = async (): Promise<Result<null, Failure>> => {
    const renewed = await renewGuest(fetch, page);
    if (!renewed.ok && renewed.failure.code !== 'SESSION_EXPIRED') {
      plan(RETRY_MS);
      return renewed;
    }
    if (!renewed.ok || renewed.value?.guestId !== guestId) return fail(failure('SESSION_EXPIRED'));
    token = renewed.value.token;
    iceServers = renewed.value.iceServers;
    for (const listener of listeners) listener(iceServers);
    plan(renewed.value.expiresIn * 1_000 * RENEW_AFTER);
    return ok(null);
  };
  plan(session.expiresIn * 1_000 * RENEW_AFTER);

  const ownBroker = (path: string): AskAccess => {
    const url = new URL(path, origin);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    return async (refused) => {
      const fresh = refused ? await renew() : ok(null);
      if (!fresh.ok) return fresh;
      return ok({
        url: url.href,
        username: guestClientId(siteId, cabinId, guestId, page),
        password: token,
      });
    };
  };
  const otherBroker: AskAccess = async () =>
    present(await ask(fetch, '/guest/broker', { page }, brokerAccessSchema));

  return {
    access: config.brokerPath === undefined ? otherBroker : ownBroker(config.brokerPath),
    iceServers: () => iceServers,
    onIceServers: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    renewIce: () => void renew(),
    close: () => {
      closed = true;
      cancel();
    },
  };
};
