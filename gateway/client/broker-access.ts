import { type Failure, failure } from '#core/contract/error-codes.ts';
import { brokerAccessSchema, type GatewayConfig } from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { physicianClientId } from './client-ids.ts';
import type { Fetch, SessionKeeper } from './session-keeper.ts';

/** What one client needs to get into a broker. */
export interface BrokerAccess {
  /** `ws://` or `wss://` address. */
  readonly url: string;
  readonly username: string;
  readonly password: string;
  /** Who signs the broker's certificate (PEM), where the system does not know them. A browser has its own list. */
  readonly certificateAuthority?: string;
}

/**
 * Asks for access. `refused`: the broker did not take the last one, another is needed. Fails with SESSION_EXPIRED when there is none,
 * with anything else when it may be asked again later.
 */
export type AskAccess = (refused: boolean) => Promise<Result<BrokerAccess, Failure>>;

/** Access of one page to the gateway's own broker at `url`: the session's token is the password, renewed when it is refused. */
const sessionAccess =
  (url: string, keeper: Pick<SessionKeeper, 'session' | 'renew'>, page: string): AskAccess =>
  async (refused) => {
    const session = refused ? await keeper.renew() : ok(keeper.session());
    if (!session.ok) return session;
    const { physicianId, token } = session.value;
    return ok({ url, username: physicianClientId(physicianId, page), password: token });
  };

/** Access of one page to a broker beside the gateway: the gateway makes a user for the page, who serves until it is refused. */
const provisionedAccess = (
  fetch: Fetch,
  keeper: Pick<SessionKeeper, 'session' | 'renew'>,
  page: string,
): AskAccess => {
  let known: BrokerAccess | undefined;
  const ask = async (token: string): Promise<Result<BrokerAccess, Failure>> => {
    try {
      const response = await fetch('/broker', {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ page }),
      });
      if (response.status === 401) return fail(failure('SESSION_EXPIRED'));
      const access = brokerAccessSchema.safeParse(response.ok ? await response.json() : undefined);
      return access.success ? ok(access.data) : fail(failure('BROKER_LOST', `status ${response.status}`));
    } catch {
      return fail(failure('GATEWAY_LOST'));
    }
  };
  return async (refused) => {
    if (known && !refused) return ok(known);
    const made = await ask(keeper.session().token);
    if (made.ok) known = made.value;
    if (made.ok || made.failure.code !== 'SESSION_EXPIRED') return made;
    const renewed = await keeper.renew();
    if (!renewed.ok) return renewed;
    const again = await ask(renewed.value.token);
    if (again.ok) known = again.value;
    return again;
  };
};

export interface PageAccessOptions {
  /** Where the page is from, e.g. `https://cabine.example.fr`. */
  readonly origin: string;
  readonly config: Pick<GatewayConfig, 'brokerPath'>;
  readonly fetch: Fetch;
  readonly keeper: Pick<SessionKeeper, 'session' | 'renew'>;
  readonly page: string;
}

/** How a physician's page gets into the broker that the gateway's configuration names. */
export const createPageAccess = ({ origin, config, fetch, keeper, page }: PageAccessOptions): AskAccess => {
  if (config.brokerPath === undefined) return provisionedAccess(fetch, keeper, page);
  const url = new URL(config.brokerPath, origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return sessionAccess(url.href, keeper, page);
};
