import { createServer, type Server } from 'node:http';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { CabinToken, GatewaySettings } from '#core/contract/gateway-host.ts';
import type { PublicKey } from '#core/contract/identity.ts';
import type { GatewayConfig, Session } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { DEMO_ACCOUNTS, type DemoAccount, findAccount } from './accounts/demo-accounts.ts';
import { createIdentityStatements } from './accounts/identity-statements.ts';
import { createTokens } from './accounts/tokens.ts';
import { createBroker } from './broker/broker.ts';
import { serveWebSocket } from './broker/web-socket.ts';
import { createHandler } from './http/handler.ts';
import { createIdentityAnswer } from './http/identity.ts';

/** Path of the broker's WebSocket. */
const BROKER_PATH = '/mqtt';
/** A physician's working day, in seconds. */
const SESSION_SECONDS = 10 * 3_600;
/** The cabin's program renews its own well before, in seconds. */
const CABIN_TOKEN_SECONDS = 12 * 3_600;

/** A running gateway. */
export interface Gateway {
  readonly port: number;
  readonly accounts: readonly DemoAccount[];
  /** A token for this cabin's own connection. */
  issueCabinToken(): Promise<CabinToken>;
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

/** Starts the gateway: physician's page, sign-in and broker on one port. Fails with GATEWAY_PORT_TAKEN. */
export const createGateway = async (
  settings: GatewaySettings,
  clock: Clock,
): Promise<Result<Gateway, Failure>> => {
  const { simulation, accessCode, site } = settings;
  const demo = simulation && accessCode !== undefined ? DEMO_ACCOUNTS : [];
  const tokens = createTokens(settings.signingKey, clock);
  const statements = await createIdentityStatements(settings.identityKey, clock);
  const broker = await createBroker(tokens, clock);

  const signIn = async (name: string, typed: string): Promise<Session | undefined> => {
    const found = accessCode === undefined ? undefined : findAccount(demo, name, typed, accessCode);
    if (!found) return undefined;
    const token = await tokens.issue({ role: 'physician', physicianId: found.account }, SESSION_SECONDS);
    return { token, expiresIn: SESSION_SECONDS, physicianId: found.account, physician: found.card };
  };
  const statePhysician = async (physicianId: string, key: PublicKey): Promise<string | undefined> => {
    const card = demo.find(({ account }) => account === physicianId)?.card;
    if (card === undefined) return undefined;
    const stated = await statements.issue({ role: 'physician', physicianId, card }, key);
    return stated.ok ? stated.value : undefined;
  };
  const config: GatewayConfig = {
    protocolVersion: PROTOCOL_VERSION,
    simulation,
    brokerPath: BROKER_PATH,
    iceServers: settings.iceServers,
    demoAccounts: demo.map(({ account, card }) => ({ account, name: card.name })),
  };

  const server = createServer(
    { requestTimeout: 15_000, headersTimeout: 10_000 },
    createHandler({
      webRoot: settings.webRoot,
      config,
      signIn,
      identity: createIdentityAnswer({ tokens, state: statePhysician, clock }),
      keys: statements.keys,
      clients: broker.clients,
      clock,
    }),
  );
  const stopWebSocket = serveWebSocket(server, BROKER_PATH, broker, clock);
  const listening = await listen(server, settings.host, settings.port);
  if (!listening.ok) {
    stopWebSocket();
    await broker.close();
    return listening;
  }

  return ok({
    port: listening.value,
    accounts: demo,
    issueCabinToken: async () => ({
      token: await tokens.issue(
        { role: 'cabin', siteId: site.id, cabinId: site.cabinId },
        CABIN_TOKEN_SECONDS,
      ),
      expiresIn: CABIN_TOKEN_SECONDS,
    }),
    close: async () => {
      stopWebSocket();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await broker.close();
    },
  });
};
