import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Aedes, type AuthenticateError, type Client } from 'aedes';
import { LARGEST_SIGNALLING_MESSAGE_BYTES } from '#core/contract/signalling.ts';
import type { Clock } from '#core/time.ts';
import { mayPublish, mayRead, maySubscribe, mayUseClientId, type Party } from '../accounts/rights.ts';
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
  /** `onAdmitted`: it said who it is, and may come in. */
  handle(stream: Duplex, request: IncomingMessage, onAdmitted: () => void): void;
  clients(): number;
  /** Lets the connection of a client go on until then (milliseconds since 1970), if it belongs to the session: its token was renewed. */
  extend(clientId: string, sessionId: string, expiresAtMs: number): void;
  /** Closes every connection of a session that was ended. */
  endSession(sessionId: string): void;
  close(): Promise<void>;
}

interface Admitted {
  readonly party: Party;
  readonly sessionId: string | undefined;
  cancelExpiry: () => void;
}

/** A broker that knows everyone by token and allows each what `rights.ts` says, nothing else. */
export const createBroker = async (tokens: Tokens, clock: Clock): Promise<Broker> => {
  const admitted = new Map<Client, Admitted>();
  const strangers = new WeakMap<Client, () => void>();
  const expireAt = (client: Client, expiresAtMs: number): (() => void) => {
    const leftMs = Math.min(expiresAtMs - Date.parse(clock.now()), LONGEST_TIMER_MS);
    return clock.after(leftMs, () => client.close());
  };

  const admit = async (client: Client, password: string): Promise<boolean> => {
    // A session that is kept would bring letters later that were meant for then.
    if (!client.clean) return false;
    const verified = await tokens.verify(password);
    if (!verified.ok || !mayUseClientId(verified.value.party, client.id)) return false;
    const { party, sessionId, expiresAtMs } = verified.value;
    admitted.set(client, { party, sessionId, cancelExpiry: expireAt(client, expiresAtMs) });
    strangers.get(client)?.();
    return true;
  };

  const aedes = await Aedes.createBroker({
    connectTimeout: CONNECT_WITHIN_MS,
    keepaliveLimit: LONGEST_KEEP_ALIVE,
    maxTopicLevels: 8,
    authenticate: (client, _username, password, done) => {
      admit(client, password?.toString('utf8') ?? '').then(
        (may) => (may ? done(null, true) : done(refusal(), false)),
        () => done(refusal(), false),
      );
    },
    authorizePublish: (client, packet, done) => {
      const party = client && admitted.get(client)?.party;
      const fits = packet.payload.length <= LARGEST_SIGNALLING_MESSAGE_BYTES;
      const allowed = party && fits && mayPublish(party, packet.topic, packet.retain);
      done(allowed ? null : new Error('publishing refused'));
    },
    authorizeSubscribe: (client, subscription, done) => {
      const party = admitted.get(client)?.party;
      done(null, party && maySubscribe(party, subscription.topic) ? subscription : null);
    },
    // A wildcard may match more than the filter meant, so each message is looked at again.
    authorizeForward: (client, packet) => {
      const party = admitted.get(client)?.party;
      return party && mayRead(party, packet.topic) ? packet : null;
    },
  });
  aedes.on('clientDisconnect', (client) => {
    admitted.get(client)?.cancelExpiry();
    admitted.delete(client);
  });

  return {
    handle: (stream, request, onAdmitted) => {
      strangers.set(aedes.handle(stream, request), onAdmitted);
    },
    clients: () => aedes.connectedClients,
    extend: (clientId, sessionId, expiresAtMs) => {
      for (const [client, known] of admitted) {
        if (client.id !== clientId || known.sessionId !== sessionId) continue;
        known.cancelExpiry();
        known.cancelExpiry = expireAt(client, expiresAtMs);
      }
    },
    endSession: (sessionId) => {
      for (const [client, known] of admitted) if (known.sessionId === sessionId) client.close();
    },
    close: () => new Promise((resolve) => aedes.close(resolve)),
  };
};
