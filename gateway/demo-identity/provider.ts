import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { Provider } from 'oidc-provider';
import type { Clock } from '#core/time.ts';
import { DEMO_CLIENT_ID, type DemoAccount } from './accounts.ts';
import { createMemory } from './memory.ts';
import { userInfoOf } from './userinfo.ts';

/** Seconds. The page is left open while somebody looks for the code on the terminal. */
const INTERACTION_SECONDS = 600;

export interface DemoProviderOptions {
  readonly issuer: string;
  /** Path below which it is served, e.g. `/demo-identity`. */
  readonly mount: string;
  readonly accounts: readonly DemoAccount[];
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly home: string;
  readonly clock: Clock;
  /** What it says of an account; as Pro Santé Connect would, unless told. */
  readonly describe?: (account: DemoAccount) => Record<string, unknown>;
}

/** An OpenID Connect provider that speaks as Pro Santé Connect does, for people who do not exist. */
export const createDemoProvider = (options: DemoProviderOptions): Provider => {
  const { accounts, mount, describe = userInfoOf } = options;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const provider: Provider = new Provider(options.issuer, {
    adapter: createMemory(options.clock),
    clients: [
      {
        client_id: DEMO_CLIENT_ID,
        client_secret: options.clientSecret,
        redirect_uris: [options.redirectUri],
        post_logout_redirect_uris: [options.home],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    scopes: ['openid', 'scope_all'],
    claims: {
      openid: ['sub'],
      acr: null,
      scope_all: [
        'SubjectNameID',
        'preferred_username',
        'given_name',
        'family_name',
        'SubjectRole',
        'SubjectRefPro',
      ],
    },
    acrValues: ['eidas1'],
    ttl: {
      AccessToken: 60,
      AuthorizationCode: 60,
      Grant: INTERACTION_SECONDS,
      IdToken: 60,
      Interaction: INTERACTION_SECONDS,
      Session: INTERACTION_SECONDS,
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `${mount}/interaction/${uid}` },
    findAccount: (_context, id) => {
      const account = accounts.find((one) => one.account === id);
      return account && { accountId: id, claims: () => ({ sub: id, ...describe(account) }) };
    },
    // Nobody is asked what the demonstration may know of a person who does not exist.
    loadExistingGrant: async ({ oidc }) => {
      if (oidc.client === undefined || oidc.session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({
        clientId: oidc.client.clientId,
        accountId: oidc.session.accountId,
      });
      grant.addOIDCScope('openid scope_all');
      await grant.save();
      return grant;
    },
    renderError: (context, { error }) => {
      context.type = 'text';
      context.body = error;
    },
  });
  return provider;
};
