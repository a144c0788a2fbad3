import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import { LARGEST_SIGNALLING_MESSAGE_BYTES } from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import { mayPublish, mayRead, mayUseClientId, type Party } from '../accounts/rights.ts';
import type { Tokens } from '../accounts/tokens.ts';

/** MQTT 3.1.1, 3.2.2.3: bad user name or password. */
const BAD_CREDENTIALS = 4;
/** A connection that has not said who it is by then is closed, in milliseconds. */
const CONNECT_WITHIN_MS = 10_000;
/** Seconds. */
const LONGEST_KEEP_ALIVE = 60;
/** Longer delays overflow the timer. Milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const refusal = (): AuthenticateError =>
  Object.assign(new Error('token refused'), { returnCode: BAD_CREDENTIALS });

/** The embedded MQTT 3.1.1 broker. */
export interface Broker {
  handle(stream: Duplex, request: IncomingMessage): void;
  clients(): number;
  close(): Promise<void>;
}

/** A broker that knows everyone by token and allows each what `rights.ts` says, nothing else. */
export const createBroker = async (tokens: Tokens, clock: Clock): Promise<Broker> => {
  const parties = new WeakMap<Client, Party>();
  const cancelExpiry = new WeakMap<Client, () => void>();

  const admit = async (client: Client, password: string): Promise<boolean> => {
    const verified = await tokens.verify(password);
    if (!verified.ok || !mayUseClientId(verified.value.party, client.id)) return false;
    parties.set(client, verified.value.party);
    const leftMs = Math.min(verified.value.expiresAtMs - Date.parse(clock.now()), LONGEST_TIMER_MS);
    cancelExpiry.set(
      client,
      clock.after(leftMs, () => client.close()),
    );
    return true;
  };

  const aedes = await Aedes.createBroker({
    connectTimeout: CONNECT_WITHIN_MS,
    keepaliveLimit: LONGEST_KEEP_ALIVE,
    maxTopicLevels: 8,
    authenticate: (client, _username, password, done) => {
      admit(client, password?.toString('utf8') ?? '').then(
        (admitted) => (admitted ? done(null, true) : done(refusal(), false)),
        () => done(refusal(), false),
      );
    },
    authorizePublish: (client, packet, done) => {
      const party = client && parties.get(client);
      const fits = packet.payload.length <= LARGEST_SIGNALLING_MESSAGE_BYTES;
      const allowed = party && fits && mayPublish(party, packet.topic, packet.retain);
      done(allowed ? null : new Error('publishing refused'));
    },
    authorizeSubscribe: (client, subscription, done) => {
      const party = parties.get(client);
      done(null, party && mayRead(party, subscription.topic) ? subscription : null);
    },
    // A wildcard may match more than the filter meant, so each message is looked at again.
    authorizeForward: (client, packet) => {
      const party = parties.get(client);
      return party && mayRead(party, packet.topic) ? packet : null;
    },
  });
  aedes.on('clientDisconnect', (client) => cancelExpiry.get(client)?.());

  return {
    handle: (stream, request) => {
      aedes.handle(stream, request);
    },
    clients: () => aedes.connectedClients,
    close: () => new Promise((resolve) => aedes.close(resolve)),
  };
};
