import type { Failure } from '#core/contract/error-codes.ts';
import { ok, type Result } from '#core/result.ts';
import { physicianClientId } from './client-ids.ts';
import type { SessionKeeper } from './session-keeper.ts';

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
export const sessionAccess =
  (url: string, keeper: Pick<SessionKeeper, 'session' | 'renew'>, page: string): AskAccess =>
  async (refused) => {
    const session = refused ? await keeper.renew() : ok(keeper.session());
    if (!session.ok) return session;
    const { physicianId, token } = session.value;
    return ok({ url, username: physicianClientId(physicianId, page), password: token });
  };
