import * as openid from 'openid-client';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { PhysicianCard, StaffLanguage } from '#core/visit/words.ts';
import type { Attempt } from './attempts.ts';
import { createProviderLookup, guarded, type ProviderOptions } from './provider-lookup.ts';
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

export interface IdentityClientOptions extends ProviderOptions {
  /** Where the provider sends the browser back to, as registered with it. */
  readonly redirectUri: () => string;
  /** Where it sends the browser after signing out. */
  readonly home: () => string;
}

/** The authorization code flow with PKCE, state and nonce. The provider is looked up when it is first needed. */
export const createIdentityClient = (options: IdentityClientOptions): IdentityClient => {
  const { discover, found } = createProviderLookup(options);

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

    signOutUrl: () => {
      const configuration = found();
      return configuration?.serverMetadata().end_session_endpoint === undefined
        ? undefined
        : openid.buildEndSessionUrl(configuration, { post_logout_redirect_uri: options.home() });
    },
  };
};
