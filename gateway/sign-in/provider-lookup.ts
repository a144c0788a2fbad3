import * as openid from 'openid-client';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { SignInSettings } from '#core/contract/gateway-host.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { failureOf } from './failures.ts';

export interface ProviderOptions extends Omit<SignInSettings, 'clientSecret' | 'publicUrl' | 'assistants'> {
  readonly readSecret: () => Promise<Result<string, Failure>>;
}

/** Seconds for each request to the provider. */
const PROVIDER_TIMEOUT = 10;
/** Seconds by which the two clocks may differ. */
const CLOCK_TOLERANCE = 30;

/** Plain HTTP is for a provider on this machine only. */
const isLocal = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);

/** An identity provider as it describes itself. */
export interface ProviderLookup {
  /** Looked up when it is first needed, and kept. */
  discover(): Promise<Result<openid.Configuration, Failure>>;
  /** What was found so far. */
  found(): openid.Configuration | undefined;
}

/** See `ProviderLookup`. */
export const createProviderLookup = (options: ProviderOptions): ProviderLookup => {
  let found: openid.Configuration | undefined;
  return {
    found: () => found,
    discover: async () => {
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
    },
  };
};

/** What `openid-client` throws and is to be expected, as a value. */
export const guarded = async <Value>(
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
