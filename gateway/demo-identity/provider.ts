import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { errors, Provider } from 'oidc-provider';
import { CONFIRMATION_SECONDS } from '#core/opening/confirmation.ts';
import type { Clock } from '#core/time.ts';
import { DEMO_CLIENT_ID, type DemoAccount } from './accounts.ts';
import { createMemory } from './memory.ts';
import type { OwnDevices } from './own-devices.ts';
import { userInfoOf } from './userinfo.ts';

/** Seconds. The page is left open while somebody looks for the code on the terminal. */
const INTERACTION_SECONDS = 600;

const CIBA_GRANT = 'urn:openid:params:grant-type:ciba';
/** As Pro Santé Connect writes them; accounts of physicians have names. */
const NATIONAL_ID = /^\d[\dA-Z/]{7,39}$/;

export interface DemoProviderOptions {
  readonly issuer: string;
  /** Path below which it is served, e.g. `/demo-identity`. */
  readonly mount: string;
  readonly accounts: readonly DemoAccount[];
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly home: string;
  readonly clock: Clock;
  /** Where those who assist are asked, and answer. */
  readonly ownDevices: OwnDevices;
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
        grant_types: ['authorization_code', CIBA_GRANT],
        backchannel_token_delivery_mode: 'poll',
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
      BackchannelAuthenticationRequest: CONFIRMATION_SECONDS,
      Grant: INTERACTION_SECONDS,
      IdToken: 60,
      Interaction: INTERACTION_SECONDS,
      Session: INTERACTION_SECONDS,
    },
    features: {
      devInteractions: { enabled: false },
      ciba: {
        enabled: true,
        deliveryModes: ['poll'],
        // Whoever the profile of a demonstration names: they do not exist either.
        processLoginHint: async (_context, hint) => (NATIONAL_ID.test(hint ?? '') ? hint : undefined),
        processLoginHintToken: async () => undefined,
        verifyUserCode: async () => undefined,
        validateBindingMessage: async (_context, message) => {
          if (!/^\d{2}$/.test(message ?? '')) throw new errors.InvalidBindingMessage('two digits');
        },
        validateRequestContext: async () => undefined,
        triggerAuthenticationDevice: async (_context, request) => {
          options.ownDevices.ask({
            nationalId: request.accountId ?? '',
            number: String(request.params?.['binding_message'] ?? ''),
            answer: async (agrees) => {
              if (!agrees) return provider.backchannelResult(request, new errors.AccessDenied());
              const grant = new provider.Grant({
                clientId: DEMO_CLIENT_ID,
                accountId: request.accountId ?? '',
              });
              grant.addOIDCScope('openid scope_all');
              await provider.backchannelResult(request, await grant.save(), { acr: 'eidas1' });
            },
          });
        },
      },
    },
    interactions: { url: (_context, { uid }) => `${mount}/interaction/${uid}` },
    findAccount: (_context, id) => {
      if (NATIONAL_ID.test(id))
        return { accountId: id, claims: () => ({ sub: id, SubjectNameID: id, preferred_username: id }) };
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
