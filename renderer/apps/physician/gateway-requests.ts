import { type Failure, failure } from '#core/contract/error-codes.ts';
import {
  type GatewayConfig,
  gatewayConfigSchema,
  type Session,
  sessionSchema,
} from '#core/contract/signalling.ts';
import { fail, ok, type Result } from '#core/result.ts';

export type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** `GET /config`. GATEWAY_LOST when it does not answer, INVALID_MESSAGE when the answer is not a configuration. */
export const fetchConfig = async (fetch: Fetch): Promise<Result<GatewayConfig, Failure>> => {
  const answer = await request(fetch, '/config');
  if (!answer.ok) return answer;
  const config = gatewayConfigSchema.safeParse(answer.value);
  return config.success ? ok(config.data) : fail(failure('INVALID_MESSAGE', 'config'));
};

/** `POST /session`. SIGN_IN_REFUSED when account or code are wrong. */
export const signIn = async (
  fetch: Fetch,
  account: string,
  accessCode: string,
): Promise<Result<Session, Failure>> => {
  const answer = await request(fetch, '/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, accessCode }),
  });
  if (!answer.ok) return answer;
  const session = sessionSchema.safeParse(answer.value);
  return session.success ? ok(session.data) : fail(failure('INVALID_MESSAGE', 'session'));
};

const request = async (fetch: Fetch, path: string, init?: RequestInit): Promise<Result<unknown, Failure>> => {
  try {
    const response = await fetch(path, init);
    if (response.status >= 500) return fail(failure('GATEWAY_LOST', `status ${response.status}`));
    if (!response.ok) return fail(failure('SIGN_IN_REFUSED', `status ${response.status}`));
    const body: unknown = await response.json();
    return ok(body);
  } catch {
    return fail(failure('GATEWAY_LOST'));
  }
};
