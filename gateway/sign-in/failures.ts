import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { type ErrorCode, type Failure, failure } from '#core/contract/error-codes.ts';

/** RFC 6749, 4.1.2.1, and OpenID Connect Core, 3.1.2.6: what the provider says on the way back. */
const AUTHORIZATION_ERRORS: Readonly<Record<string, ErrorCode>> = {
  access_denied: 'SIGN_IN_CANCELLED',
  server_error: 'SIGN_IN_UNAVAILABLE',
  temporarily_unavailable: 'SIGN_IN_UNAVAILABLE',
  unauthorized_client: 'SIGN_IN_NOT_SET_UP',
  invalid_scope: 'SIGN_IN_NOT_SET_UP',
};
/** RFC 6749, 5.2: what it says when the code is exchanged. */
const TOKEN_ERRORS: Readonly<Record<string, ErrorCode>> = {
  invalid_grant: 'SIGN_IN_EXPIRED',
  invalid_client: 'SIGN_IN_NOT_SET_UP',
  unauthorized_client: 'SIGN_IN_NOT_SET_UP',
  // CIBA Core 1.0, 11 and 13: of somebody who is asked on a device of their own.
  access_denied: 'SIGN_IN_CANCELLED',
  expired_token: 'SIGN_IN_EXPIRED',
};
/** What `openid-client` found wrong itself. */
const CLIENT_ERRORS: Readonly<Record<string, ErrorCode>> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'SIGN_IN_CLOCK',
  OAUTH_JWT_CLAIM_COMPARISON_FAILED: 'SIGN_IN_MISMATCH',
  OAUTH_TIMEOUT: 'SIGN_IN_UNAVAILABLE',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'SIGN_IN_UNAVAILABLE',
  OAUTH_RESPONSE_IS_NOT_JSON: 'SIGN_IN_UNAVAILABLE',
};

/** The detail names the error alone: messages of a provider may hold codes and tokens. */
const known = (table: Readonly<Record<string, ErrorCode>>, error: string): Failure =>
  failure(table[error] ?? 'SIGN_IN_REFUSED', error);

/** The expected failure behind what `openid-client` threw; undefined when it is none. */
export const failureOf = (error: unknown): Failure | undefined => {
  if (error instanceof AuthorizationResponseError) return known(AUTHORIZATION_ERRORS, error.error);
  if (error instanceof ResponseBodyError) return known(TOKEN_ERRORS, error.error);
  // The provider asks for other credentials: of the gateway (basic), or for the person's data (bearer).
  if (error instanceof WWWAuthenticateChallengeError) {
    const schemes = error.cause.map(({ scheme }) => scheme);
    return failure(schemes.includes('basic') ? 'SIGN_IN_NOT_SET_UP' : 'SIGN_IN_REFUSED', schemes.join(' '));
  }
  if (error instanceof ClientError) {
    const cause = error.cause instanceof Error ? error.cause.name : '';
    return error.code === undefined && cause !== ''
      ? failure('SIGN_IN_UNAVAILABLE', cause)
      : known(CLIENT_ERRORS, error.code ?? 'unknown');
  }
  // `fetch` rejects with a TypeError when nobody answers.
  if (error instanceof TypeError && error.message === 'fetch failed') return failure('SIGN_IN_UNAVAILABLE');
  return undefined;
};
