import { randomInt, randomUUID } from 'node:crypto';
import { createServer as createPlainServer, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { hostname, networkInterfaces } from 'node:os';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import {
  PAIRING_CODE_DIGITS,
  type TabletBoard,
  type TabletFromHost,
  type TabletOrder,
  type TabletSettings,
  type ToTablet,
} from '#core/contract/tablet.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock } from '#core/time.ts';
import { openCertificates } from './certificates/certificates.ts';
import { localNames } from './certificates/local-names.ts';
import { addressOf, createPageHandler, createPlainHandler, ownHostOf } from './page/answers.ts';
import { createPairingCode } from './pairing/pairing-code.ts';
import { openPairings } from './pairing/pairings.ts';
import { createTabletSession, type TabletSession } from './session.ts';
import { serveTabletSockets } from './sockets.ts';

/** On IPv4 and IPv6 alike. */
const EVERYWHERE = '::';
const LIMITS = { requestTimeout: 15_000, headersTimeout: 10_000, maxConnections: 200 };

/** The tablets of a cabin, and the page they are served. */
export interface Tablets {
  order(order: TabletOrder): void;
  /** To the tablet of this session; nothing happens when it is gone. */
  send(session: string, message: ToTablet): void;
  /** Where it listens. */
  readonly port: number;
  readonly plainPort: number | undefined;
  close(): Promise<void>;
}

interface TabletsOptions {
  readonly settings: TabletSettings;
  /** Folder of the pages as built. */
  readonly webRoot: string;
  readonly clock: Clock;
  readonly tell: (message: TabletFromHost) => void;
}

const listen = (server: Server, port: number): Promise<Result<number, Failure>> =>
  new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(fail(failure('GATEWAY_PORT_TAKEN', `tablet: ${error.code ?? 'listen'} ${port}`))),
    );
    server.listen(port, EVERYWHERE, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address ? address.port : port));
    });
  });

const shut = (server: Server): Promise<void> => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
};

const newDigits = (): string =>
  String(randomInt(0, 10 ** PAIRING_CODE_DIGITS)).padStart(PAIRING_CODE_DIGITS, '0');

/** Serves the assistant's page to paired tablets over HTTPS. Fails with GATEWAY_PORT_TAKEN. */
export const openTablets = async (options: TabletsOptions): Promise<Result<Tablets, Failure>> => {
  const { settings, clock, tell } = options;
  const { folder, siteName } = settings;
  const open = new Map<string, TabletSession>();
  let { port } = settings;
  let { plainPort } = settings;

  const certificates = await openCertificates({
    folder,
    siteName,
    clock,
    names: () => localNames(networkInterfaces(), hostname()),
    onChange: () => {
      secure.setSecureContext(tls());
      tellBoard();
    },
  });
  const pairings = await openPairings({ folder, days: settings.days, clock });
  const code = createPairingCode({ clock, newDigits, onChange: () => tellBoard() });
  const sessionOf = (id: string): [string, TabletSession] | undefined =>
    [...open].find(([, session]) => session.pairing()?.id === id);

  const board = (): TabletBoard => {
    const shown = code.view();
    const { addresses, host } = certificates.names();
    // Loopback stands last, and is told only where there is nothing else: tests, and a machine without a network.
    const abroad = addresses.filter((address) => !address.startsWith('127.'));
    const hosts = abroad.length > 0 ? [...abroad, ...(host === undefined ? [] : [host])] : addresses;
    return {
      state: 'on',
      secure: hosts.map((one) => addressOf('https', one, port)),
      plain: plainPort === undefined ? [] : hosts.map((one) => addressOf('http', one, plainPort ?? 0)),
      fingerprint: certificates.fingerprint,
      ...(shown && { code: shown }),
      pairings: pairings.all().map(({ id, name, pairedAt, until, lastSeenAt }) => ({
        id,
        name,
        pairedAt,
        until,
        lastSeenAt,
        connected: sessionOf(id) !== undefined,
      })),
    };
  };
  const tellBoard = (): void => tell({ type: 'tablet-board', board: board() });

  const tls = () => {
    const { certificate, key } = certificates.server();
    return { cert: `${certificate}${certificates.authority}`, key, minVersion: 'TLSv1.2' as const };
  };
  const secure = createSecureServer(
    { ...tls(), ...LIMITS },
    createPageHandler(options.webRoot, certificates, clock),
  );
  const plain =
    plainPort === undefined
      ? undefined
      : createPlainServer(
          LIMITS,
          createPlainHandler(certificates, siteName, () => port, clock),
        );

  const stopSockets = serveTabletSockets(secure, {
    clock,
    isOwn: (request) => ownHostOf(request, certificates) !== undefined,
    open: ({ transmit, close }) => {
      const id = randomUUID();
      const session = createTabletSession({
        clock,
        fingerprint: certificates.fingerprint,
        siteName,
        code,
        pairings,
        transmit,
        close,
        onPaired: ({ name }) => tell({ type: 'tablet-news', news: 'paired', name }),
        onWrongCode: (name) => tell({ type: 'tablet-news', news: 'wrong code', name }),
        onOpened: (pairing) => {
          // The same tablet, come back before its old connection was missed.
          const before = sessionOf(pairing.id);
          if (before !== undefined && before[0] !== id) cut(before);
          open.set(id, session);
          pairings.seen(pairing.id);
          tell({ type: 'tablet-opened', session: id, id: pairing.id, name: pairing.name });
          tellBoard();
        },
        onAsked: ({ number, channel, payload }) =>
          tell({ type: 'tablet-asked', session: id, number, channel, payload }),
      });
      const gone = (): void => {
        session.gone();
        close();
        if (!open.delete(id)) return;
        const pairing = session.pairing();
        if (pairing !== undefined) pairings.seen(pairing.id);
        tell({ type: 'tablet-closed', session: id });
        tellBoard();
      };
      closers.set(session, gone);
      return { receive: session.receive, gone };
    },
  });
  const cut = ([, session]: readonly [string, TabletSession]): void => closers.get(session)?.();
  const closers = new WeakMap<TabletSession, () => void>();

  const close = async (): Promise<void> => {
    code.hide();
    certificates.close();
    stopSockets();
    await Promise.all([shut(secure), ...(plain === undefined ? [] : [shut(plain)])]);
    await pairings.settled();
  };
  const listening = await listen(secure, port);
  if (listening.ok) port = listening.value;
  const plainly = plain === undefined || !listening.ok ? undefined : await listen(plain, plainPort ?? 0);
  const failed = [listening, plainly].find((outcome) => outcome?.ok === false);
  if (failed?.ok === false) {
    await close();
    return failed;
  }
  if (plainly?.ok) plainPort = plainly.value;
  tellBoard();

  return ok({
    port,
    plainPort,
    order: (order) => {
      switch (order.type) {
        case 'show-code':
          code.show();
          break;
        case 'hide-code':
          code.hide();
          break;
        case 'end-pairing': {
          const name = pairings.find(order.id)?.name;
          if (name === undefined || !pairings.end(order.id)) break;
          const session = sessionOf(order.id);
          session?.[1].send({ type: 'refused', code: 'TABLET_UNKNOWN' });
          if (session !== undefined) cut(session);
          tell({ type: 'tablet-news', news: 'ended', name });
          tellBoard();
          break;
        }
      }
    },
    send: (session, message) => open.get(session)?.send(message),
    close,
  });
};
