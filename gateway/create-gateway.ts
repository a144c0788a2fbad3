import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { CabinToken, ExternalBrokerSettings, GatewaySettings } from '#core/contract/gateway-host.ts';
import type { Invitation } from '#core/contract/guests.ts';
import type { PublicKey } from '#core/contract/identity.ts';
import type { GatewayConfig } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { createIdentityStatements } from './accounts/identity-statements.ts';
import { createIceAccess } from './accounts/relay-credentials.ts';
import { createTokens } from './accounts/tokens.ts';
import { createBroker } from './broker/broker.ts';
import { type TroubleNews, watchBroker } from './broker/external/broker-watch.ts';
import { createDynamicSecurity } from './broker/external/dynamic-security.ts';
import { createExternalBroker, type ExternalBroker } from './broker/external/external-broker.ts';
import { serveWebSocket } from './broker/web-socket.ts';
import { cabinClientId } from './client/client-ids.ts';
import { systemClock } from './client/system-clock.ts';
import type { DemoAccount } from './demo-identity/accounts.ts';
import { createInvitations } from './guests/invitations.ts';
import { createPasses } from './guests/passes.ts';
import { type Arrival, createGuestRoutes, type Departure } from './guests/routes.ts';
import { createAccessRoutes } from './http/access-routes.ts';
import { createHandler } from './http/handler.ts';
import { createIdentityAnswer } from './http/identity.ts';
import { clientAddress } from './http/origin.ts';
import { createAttempts } from './sign-in/attempts.ts';
import type { Backchannel } from './sign-in/backchannel.ts';
import { createCookieJar } from './sign-in/cookies.ts';
import { chooseIdentityProvider } from './sign-in/identity-provider.ts';
import { createSignInRoutes } from './sign-in/routes.ts';
import { createSessions, type Physician } from './sign-in/sessions.ts';

/** Path of the broker's WebSocket. */
const BROKER_PATH = '/mqtt';
/** The cabin's program renews its own well before, in seconds. */
const CABIN_TOKEN_SECONDS = 12 * 3_600;

/** A running gateway. */
export interface Gateway {
  readonly port: number;
  readonly accounts: readonly DemoAccount[];
  /** A token for this cabin's own connection, and its user in an external broker. BROKER_LOST, BROKER_REFUSED. */
  issueCabinToken(): Promise<Result<CabinToken, Failure>>;
  /** Asks somebody on a device of their own whether it is they who stand before the cabin. SIGN_IN_NOT_SET_UP and those of `Backchannel`. */
  confirmPerson: Backchannel;
  /** Makes a link good, or takes up again what a gateway before it knew. */
  invite(invitation: Invitation): void;
  /** Takes a link back, or closes the connections of a guest and gives them no other. */
  endGuest(guestId: string): void;
  /** Binds a key to this cabin. Fails with `invalid-key` when it is no point of the curve. */
  stateCabin(key: PublicKey): Promise<Result<string, 'invalid-key'>>;
  close(): Promise<void>;
}

interface Listener {
  close(): Promise<void>;
}

const listen = (server: Server, host: string, port: number): Promise<Result<number, Failure>> =>
  new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(fail(failure('GATEWAY_PORT_TAKEN', `${error.code ?? 'listen'} ${host}:${port}`))),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address ? address.port : port));
    });
  });

/** This machine's own address: its cabin comes in by it, wherever physicians do. */
const LOOPBACK = '127.0.0.1';
/** Addresses that stand for every one of the machine. */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** What the gateway tells whoever runs it. */
export interface GatewayNews extends TroubleNews {
  /** Somebody signed in, or renewed a session: the card that a patient is shown. */
  readonly onPhysician: (physician: Physician) => void;
  /** A sign-in that failed, without anything of the person. */
  readonly onSignInFailure: (failure: Failure) => void;
  /** Somebody came in with a link. */
  readonly onArrival: (arrival: Arrival) => void;
  /** A guest's page is closed, or about to be loaded again. */
  readonly onAway: (departure: Departure) => void;
}

/** The line to another machine keeps real time, whatever tokens go by. */
const openExternalBroker = (
  settings: ExternalBrokerSettings,
  gateway: string,
  clock: Clock,
  news: Partial<GatewayNews>,
): ExternalBroker => {
  const plugin = createDynamicSecurity(settings, systemClock);
  watchBroker(plugin.connection, settings.url, systemClock, {
    onTrouble: (trouble) => news.onTrouble?.(trouble),
    onTroubleOver: (code) => news.onTroubleOver?.(code),
  });
  return createExternalBroker(settings, gateway, plugin, clock);
};

/** Starts the gateway: physician's page, sign-in and broker on one port. Fails with GATEWAY_PORT_TAKEN. */
export const createGateway = async (
  settings: GatewaySettings,
  clock: Clock,
  news: Partial<GatewayNews> = {},
): Promise<Result<Gateway, Failure>> => {
  const { simulation, site, signIn, externalBroker } = settings;
  let port = settings.port;
  const origin = (): string => signIn?.publicUrl ?? `http://localhost:${port}`;
  const sessions = createSessions(settings.signingKey, clock);
  const invitations = createInvitations(clock);
  const isGuest = (guestId: string): boolean => invitations.guest(guestId) !== undefined;
  const tokens = createTokens(settings.signingKey, clock, sessions.isEnded, isGuest);
  const statements = await createIdentityStatements(settings.identityKey, clock);
  const cabin = { role: 'cabin', siteId: site.id, cabinId: site.cabinId } as const;
  const cabinId = cabinClientId(site.id, site.cabinId);
  const iceAccess = createIceAccess(settings.relay, clock);
  const broker = externalBroker
    ? openExternalBroker(externalBroker, cabinId, clock, news)
    : await createBroker(tokens, clock);
  const own = 'handle' in broker ? broker : undefined;
  const external = 'admit' in broker ? broker : undefined;
  const identity = chooseIdentityProvider(settings, origin, clock);

  const statePhysician = async (
    { physicianId, card }: Physician,
    key: PublicKey,
  ): Promise<string | undefined> => {
    const stated = await statements.issue({ role: 'physician', physicianId, card }, key);
    return stated.ok ? stated.value : undefined;
  };
  const stateGuest = async (guestId: string, key: PublicKey): Promise<string | undefined> => {
    const stated = await statements.issue({ ...cabin, role: 'guest', guestId }, key);
    return stated.ok ? stated.value : undefined;
  };
  const config: GatewayConfig = {
    protocolVersion: PROTOCOL_VERSION,
    simulation,
    ...(own && { brokerPath: BROKER_PATH }),
    signIn: identity.kind,
  };
  const cookies = createCookieJar(origin);
  const addressOf = (request: IncomingMessage): string =>
    clientAddress(request, origin().startsWith('https:'));
  const handler = createHandler({
    webRoot: settings.webRoot,
    config,
    routes: {
      ...createSignInRoutes({
        identity,
        attempts: createAttempts(clock),
        sessions,
        tokens,
        cookies,
        broker,
        site,
        origin,
        addressOf,
        clock,
        onPhysician: (physician) => news.onPhysician?.(physician),
        onFailure: (failed) => news.onSignInFailure?.(failed),
      }),
      ...createGuestRoutes({
        invitations,
        passes: createPasses(settings.signingKey, clock),
        tokens,
        cookies,
        broker,
        external,
        site,
        iceAccess,
        addressOf,
        clock,
        state: stateGuest,
        onArrival: (arrival) => news.onArrival?.(arrival),
        onAway: (departure) => news.onAway?.(departure),
      }),
      ...createAccessRoutes({ tokens, broker: external, iceAccess, clock }),
      'POST /identity': createIdentityAnswer({ tokens, state: statePhysician, clock }),
    },
    serveDemo: identity.serveDemo,
    keys: statements.keys,
    clients: own?.clients ?? (() => 0),
    brokerOrigin: externalBroker && new URL(externalBroker.url).origin,
    addressOf,
    clock,
  });
  const serve = async (host: string): Promise<Result<Listener, Failure>> => {
    const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000 }, handler);
    const stopWebSocket = own && serveWebSocket(server, { path: BROKER_PATH, broker: own, addressOf, clock });
    const listening = await listen(server, host, port);
    if (!listening.ok) {
      stopWebSocket?.();
      return listening;
    }
    port = listening.value;
    return ok({
      close: () => {
        stopWebSocket?.();
        server.closeAllConnections();
        return new Promise((resolve) => server.close(() => resolve()));
      },
    });
  };
  const listeners: Listener[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener.close()));
    await broker.close();
  };
  const { host } = settings;
  for (const address of host === LOOPBACK || EVERYWHERE.has(host) ? [host] : [host, LOOPBACK]) {
    const served = await serve(address);
    if (!served.ok) {
      await close();
      return served;
    }
    listeners.push(served.value);
  }

  return ok({
    port,
    accounts: identity.demoAccounts,
    stateCabin: (key) => statements.issue(cabin, key),
    issueCabinToken: async () => {
      const expiresAtMs = Date.parse(clock.now()) + CABIN_TOKEN_SECONDS * 1_000;
      const access = await external?.admit({ party: cabin, clientId: cabinId, expiresAtMs });
      if (access && !access.ok) return access;
      return ok({
        token: await tokens.issue(cabin, CABIN_TOKEN_SECONDS),
        expiresIn: CABIN_TOKEN_SECONDS,
        ...(access && { broker: access.value }),
        ice: iceAccess(cabinId),
      });
    },
    confirmPerson: async (request, stop) =>
      identity.backchannel?.(request, stop) ?? fail(failure('SIGN_IN_NOT_SET_UP')),
    invite: invitations.put,
    endGuest: (guestId) => {
      invitations.end(guestId);
      broker.endSession(guestId);
    },
    close,
  });
};
