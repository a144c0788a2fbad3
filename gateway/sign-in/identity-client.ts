import * as openid from 'openid-client';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { SignInSettings } from '#core/contract/gateway-host.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { PhysicianCard, StaffLanguage } from '#core/visit/words.ts';
import type { Attempt } from './attempts.ts';
import { failureOf } from './failures.ts';
import { cardOfUserInfo } from './userinfo.ts';

/** What the gateway asks of an identity provider. */
export interface IdentityClient {
  /** Where to send the browser, and what to remember until it is back. */
  begin(language: StaffLanguage): Promise<Result<{ readonly url: URL; readonly attempt: Attempt }, Failure>>;
  /** Exchanges the code of the way back and reads who it is. */
  finish(answer: URL, attempt: Attempt): Promise<Result<PhysicianCard, Failure>>;
  /** Where the browser ends the provider's own session; undefined when the provider has no such place or was never asked. */
  signOutUrl(): URL | undefined;
}

export interface IdentityClientOptions extends Omit<SignInSettings, 'clientSecret' | 'publicUrl'> {
  readonly readSecret: () => Promise<Result<string, Failure>>;
  /** Where the provider sends the browser back to, as registered with it. */
  readonly redirectUri: () => string;
  /** Where it sends the browser after signing out. */
  readonly home: () => string;
}

/** Seconds for each request to the provider. */
const PROVIDER_TIMEOUT = 10;
/** Seconds by which the two clocks may differ. */
const CLOCK_TOLERANCE = 30;

/** Plain HTTP is for a provider on this machine only. */
const isLocal = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** The authorization code flow with PKCE, state and nonce. The provider is looked up when it is first needed. */
export const createIdentityClient = (options: IdentityClientOptions): IdentityClient => {
  let found: openid.Configuration | undefined;

  const discover = async (): Promise<Result<openid.Configuration, Failure>> => {
    if (found) return ok(found);
    const secret = await options.readSecret();
    if (!secret.ok) return secret;
    const server = new URL(options.discovery ?? options.issuer);
    const configuration = await openid.discovery(
      server,
      options.clientId,
      { [openid.clockTolerance]: CLOCK_TOLERANCE },
      openid.ClientSecretBasic(secret.value),
      { timeout: PROVIDER_TIMEOUT, execute: isLocal(server) ? [openid.allowInsecureRequests] : [] },
    );
    if (configuration.serverMetadata().issuer !== options.issuer)
      return fail(failure('SIGN_IN_NOT_SET_UP', 'the provider names another issuer'));
    found = configuration;
    return ok(configuration);
  };

  const guarded = async <Value>(
    work: () => Promise<Result<Value, Failure>>,
  ): Promise<Result<Value, Failure>> => {
    try {
      return await work();
    } catch (error) {
      const expected = failureOf(error);
      if (!expected) throw error;
      return fail(expected);
    }
  };

  return {
    begin: (language) =>
      guarded(async () => {
        const configuration = await discover();
        if (!configuration.ok) return configuration;
        const attempt: Attempt = {
          state: openid.randomState(),
          nonce: openid.randomNonce(),
          verifier: openid.randomPKCECodeVerifier(),
          language,
        };
        const url = openid.buildAuthorizationUrl(configuration.value, {
          redirect_uri: options.redirectUri(),
          scope: options.scope,
          acr_values: options.acrValues,
          state: attempt.state,
          nonce: attempt.nonce,
          code_challenge: await openid.calculatePKCECodeChallenge(attempt.verifier),
          code_challenge_method: 'S256',
          ui_locales: language,
        });
        return ok({ url, attempt });
      }),

    finish: (answer, { state, nonce, verifier }) =>
      guarded(async () => {
        const configuration = await discover();
        if (!configuration.ok) return configuration;
        const tokens = await openid.authorizationCodeGrant(configuration.value, answer, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims();
        if (claims?.['acr'] !== options.acrValues) return fail(failure('SIGN_IN_REFUSED', 'acr'));
        return cardOfUserInfo(
          await openid.fetchUserInfo(configuration.value, tokens.access_token, claims.sub),
        );
      }),

    signOutUrl: () =>
      found?.serverMetadata().end_session_endpoint === undefined
        ? undefined
        : openid.buildEndSessionUrl(found, { post_logout_redirect_uri: options.home() }),
  };
};
