import { type Failure, failure } from '#core/contract/error-codes.ts';
import { type GatewayConfig, gatewayConfigSchema, signedOutSchema } from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Fetch } from '#gateway/client/session-keeper.ts';

/** `GET /config`. GATEWAY_LOST when it does not answer, INVALID_MESSAGE when the answer is not a configuration. */
export const fetchConfig = async (fetch: Fetch): Promise<Result<GatewayConfig, Failure>> => {
  const answer = await request(fetch, '/config');
  if (!answer.ok) return answer;
  const config = gatewayConfigSchema.safeParse(answer.value);
  return config.success ? ok(config.data) : fail(failure('INVALID_MESSAGE', 'config'));
};

/** `POST /sign-out`. Where the identity provider's own session is ended, if there is such a place. */
export const signOut = async (fetch: Fetch): Promise<Result<string | undefined, Failure>> => {
  const answer = await request(fetch, '/sign-out', { method: 'POST' });
  if (!answer.ok) return answer;
  const signedOut = signedOutSchema.safeParse(answer.value);
  return signedOut.success ? ok(signedOut.data.next) : fail(failure('INVALID_MESSAGE', 'sign-out'));
};

const request = async (fetch: Fetch, path: string, init?: RequestInit): Promise<Result<unknown, Failure>> => {
  try {
    const response = await fetch(path, init);
    if (!response.ok) return fail(failure('GATEWAY_LOST', `status ${response.status}`));
    const body: unknown = await response.json();
    return ok(body);
  } catch {
    return fail(failure('GATEWAY_LOST'));
  }
};
