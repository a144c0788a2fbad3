import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GatewaySettings } from '#core/contract/gateway-host.ts';
import type { GatewayConfig } from '#core/contract/signalling.ts';
import { ok } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import type { PhysicianCard } from '#core/visit/words.ts';
import { DEMO_ACCOUNTS, DEMO_CLIENT_ID, type DemoAccount } from '../demo-identity/accounts.ts';
import type { Backchannel, BackchannelOptions } from './backchannel.ts';
import { readClientSecret } from './client-secret.ts';
import type { IdentityClient, IdentityClientOptions } from './identity-client.ts';
import type { ProviderOptions } from './provider-lookup.ts';

/** Where browsers come back to; registered with the provider to the letter. */
export const CALLBACK_PATH = '/sign-in/callback';
/** Where the provider of demonstration identities is served. */
export const DEMO_MOUNT = '/demo-identity';

/** Who vouches for the physicians of this gateway. */
export interface IdentityProvider {
  readonly kind: GatewayConfig['signIn'];
  /** Undefined when nobody does. Loaded when somebody first signs in: the start of the cabin does not wait for it. */
  readonly client: (() => Promise<IdentityClient>) | undefined;
  /** Asks those who assist on a device of their own; undefined when nobody is to be asked. Loaded with the first request. */
  readonly backchannel: Backchannel | undefined;
  /** Answers requests below `DEMO_MOUNT`; in simulation only. */
  readonly serveDemo: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined;
  readonly demoAccounts: readonly DemoAccount[];
  /** The segment of topics of a physician with this card. */
  physicianId(card: PhysicianCard): string;
}

const once = <Value>(make: () => Promise<Value>): (() => Promise<Value>) => {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const clientOf = (options: IdentityClientOptions): (() => Promise<IdentityClient>) =>
  once(async () => (await import('./identity-client.ts')).createIdentityClient(options));

const backchannelOf = (options: BackchannelOptions): Backchannel => {
  const loaded = once(async () => (await import('./backchannel.ts')).createBackchannel(options));
  return async (request, stop) => (await loaded())(request, stop);
};

const byRpps = ({ rpps }: PhysicianCard): string => `rpps-${rpps}`;

/** Pro Santé Connect, or another provider of the same kind. */
const realIdentity = (
  signIn: NonNullable<GatewaySettings['signIn']>,
  origin: () => string,
): IdentityProvider => {
  const { publicUrl: _, clientSecret, assistants, ...rest } = signIn;
  const provider: ProviderOptions = { ...rest, readSecret: () => readClientSecret(clientSecret) };
  return {
    kind: 'pro-sante-connect',
    backchannel: assistants === true ? backchannelOf(provider) : undefined,
    client: clientOf({
      ...provider,
      redirectUri: () => `${origin()}${CALLBACK_PATH}`,
      home: () => `${origin()}/`,
    }),
    serveDemo: undefined,
    demoAccounts: [],
    physicianId: byRpps,
  };
};

/** People who do not exist, for a cabin in simulation. */
const demoIdentity = (accessCode: string, origin: () => string, clock: Clock): IdentityProvider => {
  const clientSecret = randomBytes(32).toString('base64url');
  const issuer = (): string => `${origin()}${DEMO_MOUNT}`;
  const serve = once(async () => {
    const { serveDemoIdentity } = await import('../demo-identity/serve.ts');
    return serveDemoIdentity({
      issuer: issuer(),
      mount: DEMO_MOUNT,
      accounts: DEMO_ACCOUNTS,
      accessCode,
      clientSecret,
      redirectUri: `${origin()}${CALLBACK_PATH}`,
      home: `${origin()}/`,
      clock,
    });
  });
  // The address is known once the gateway listens.
  const provider = (): ProviderOptions => ({
    issuer: issuer(),
    clientId: DEMO_CLIENT_ID,
    scope: 'openid scope_all',
    acrValues: 'eidas1',
    readSecret: async () => ok(clientSecret),
  });
  const backchannel = once(async () => backchannelOf({ ...provider(), interval: 1 }));
  return {
    kind: 'demonstration',
    backchannel: async (request, stop) => (await backchannel())(request, stop),
    client: once(async () =>
      clientOf({
        ...provider(),
        redirectUri: () => `${origin()}${CALLBACK_PATH}`,
        home: () => `${origin()}/`,
      })(),
    ),
    serveDemo: async (request, response) => (await serve())(request, response),
    demoAccounts: DEMO_ACCOUNTS,
    physicianId: (card) => DEMO_ACCOUNTS.find((one) => one.card.rpps === card.rpps)?.account ?? byRpps(card),
  };
};

/** The identity provider that the settings ask for; `origin` is known once the gateway listens. */
export const chooseIdentityProvider = (
  { simulation, accessCode, signIn }: GatewaySettings,
  origin: () => string,
  clock: Clock,
): IdentityProvider => {
  if (signIn) return realIdentity(signIn, origin);
  if (simulation && accessCode !== undefined) return demoIdentity(accessCode, origin, clock);
  return {
    kind: 'none',
    client: undefined,
    backchannel: undefined,
    serveDemo: undefined,
    demoAccounts: [],
    physicianId: byRpps,
  };
};
