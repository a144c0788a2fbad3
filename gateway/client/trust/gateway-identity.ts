import { type Failure, failure } from '#core/contract/error-codes.ts';
import { identityReplySchema, type KeySet, keySetSchema } from '#core/contract/identity.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Fetch } from '../session-keeper.ts';
import type { AskStatement } from './identity-prover.ts';

const askAt =
  (fetch: Fetch, path: string, headers: () => Record<string, string>): AskStatement =>
  async (key) => {
    try {
      const response = await fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers() },
        body: JSON.stringify({ key }),
      });
      if (response.status === 401) return fail(failure('SESSION_EXPIRED'));
      if (!response.ok) return fail(failure('GATEWAY_LOST', `status ${response.status}`));
      const reply = identityReplySchema.safeParse(await response.json());
      return reply.success ? ok(reply.data.statement) : fail(failure('INVALID_MESSAGE', 'statement'));
    } catch {
      return fail(failure('GATEWAY_LOST'));
    }
  };

/** `POST /identity` with the session's present token. Fails with SESSION_EXPIRED, GATEWAY_LOST or INVALID_MESSAGE. */
export const askStatementOver = (fetch: Fetch, token: () => string): AskStatement =>
  askAt(fetch, '/identity', () => ({ authorization: `Bearer ${token()}` }));

/** `POST /guest/identity` with the cookie of whoever came in with a link; fails alike. */
export const askGuestStatement = (fetch: Fetch): AskStatement => askAt(fetch, '/guest/identity', () => ({}));

/** `GET /keys`: what statements are verified with. Fails with GATEWAY_LOST or INVALID_MESSAGE. */
export const readKeysOver = (fetch: Fetch) => async (): Promise<Result<KeySet, Failure>> => {
  try {
    const response = await fetch('/keys');
    if (!response.ok) return fail(failure('GATEWAY_LOST', `status ${response.status}`));
    const keys = keySetSchema.safeParse(await response.json());
    return keys.success ? ok(keys.data) : fail(failure('INVALID_MESSAGE', 'keys'));
  } catch {
    return fail(failure('GATEWAY_LOST'));
  }
};
