import * as openid from 'openid-client';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { CONFIRMATION_SECONDS } from '#core/opening/confirmation.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createProviderLookup, guarded, type ProviderOptions } from './provider-lookup.ts';
import { nationalIdOfUserInfo } from './userinfo.ts';

/** Whom to ask, and what stands on both screens. */
export interface ConfirmationRequest {
  /** `SubjectNameID` of Pro Santé Connect. */
  readonly nationalId: string;
  /** Two digits. */
  readonly number: string;
}

/**
 * Asks somebody to say on a device of their own that it is they who stand before the cabin: OpenID Connect Client-Initiated Backchannel
 * Authentication, poll mode, the only one that Pro Santé Connect has. Fails with SIGN_IN_CANCELLED (they said no), SIGN_IN_EXPIRED (no answer in
 * time, or `stop`), SIGN_IN_MISMATCH (another person answered) and those of any sign-in.
 */
export type Backchannel = (request: ConfirmationRequest, stop: AbortSignal) => Promise<Result<null, Failure>>;

export interface BackchannelOptions extends ProviderOptions {
  /** Seconds between two questions to a provider that says nothing of it; else 5 (CIBA Core 1.0, 7.3). */
  readonly interval?: number;
}

/** A client that looks the provider up when somebody is first asked for. */
export const createBackchannel = (options: BackchannelOptions): Backchannel => {
  const { discover } = createProviderLookup(options);
  return ({ nationalId, number }, stop) =>
    guarded(async () => {
      const configuration = await discover();
      if (!configuration.ok) return configuration;
      if (configuration.value.serverMetadata().backchannel_authentication_endpoint === undefined)
        return fail(failure('SIGN_IN_NOT_SET_UP', 'the provider does not ask on other devices'));
      const asked = await openid.initiateBackchannelAuthentication(configuration.value, {
        scope: options.scope,
        acr_values: options.acrValues,
        login_hint: nationalId,
        binding_message: number,
      });
      const lastsMs = 1_000 * Math.min(CONFIRMATION_SECONDS, asked.expires_in);
      const over = AbortSignal.any([stop, AbortSignal.timeout(lastsMs)]);
      const tokens = await openid
        .pollBackchannelAuthenticationGrant(
          configuration.value,
          { ...(options.interval !== undefined && { interval: options.interval }), ...asked },
          undefined,
          { signal: over },
        )
        .catch((error: unknown) => {
          if (over.aborted) return undefined;
          throw error;
        });
      if (tokens === undefined) return fail(failure('SIGN_IN_EXPIRED', 'no answer'));
      const claims = tokens.claims();
      if (claims === undefined) return fail(failure('SIGN_IN_REFUSED', 'id_token'));
      // A provider that says how somebody proved who they are must say what was asked for.
      if (claims['acr'] !== undefined && claims['acr'] !== options.acrValues)
        return fail(failure('SIGN_IN_REFUSED', 'acr'));
      const info = await openid.fetchUserInfo(configuration.value, tokens.access_token, claims.sub);
      return nationalIdOfUserInfo(info) === nationalId
        ? ok(null)
        : fail(failure('SIGN_IN_MISMATCH', 'another person answered'));
    });
};
