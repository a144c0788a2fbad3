import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { Session } from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { physicianClientId } from './client-ids.ts';

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

/** Access of one page to the gateway's own broker at `url`: the session's token is the password. */
export const sessionAccess =
  (url: string, { token, physicianId }: Session, page: string): AskAccess =>
  (refused) =>
    Promise.resolve(
      refused
        ? fail(failure('SESSION_EXPIRED'))
        : ok({ url, username: physicianClientId(physicianId, page), password: token }),
    );
