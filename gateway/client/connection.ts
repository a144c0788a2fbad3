import mqtt, { type MqttClient } from 'mqtt';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { AskAccess, BrokerAccess } from './broker-access.ts';
import { createProbeDeadline } from './probe-deadline.ts';

export type ConnectionState =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected' }
  /** Trying again by itself. */
  | { readonly state: 'lost' }
  /** The broker does not take the password (expired, or another key), and there is no other. */
  | { readonly state: 'refused' }
  | { readonly state: 'closed' };

export interface ConnectionOptions {
  readonly clientId: string;
  /** Asked at each attempt, so that a renewed password is used. */
  readonly access: AskAccess;
  readonly will?: { readonly topic: string; readonly message: unknown; readonly retain: boolean };
  readonly filters: readonly string[];
  /** `retained`: the broker had kept it; it was not said just now. */
  readonly onMessage: (topic: string, payload: Uint8Array, retained: boolean) => void;
  /** Whether a refusal is tried again later (a cabin's password is renewed by itself) or ends it (a person signs in again). */
  readonly afterRefusal: 'retry' | 'stop';
  readonly clock: Clock;
  readonly random: () => number;
}

/** One MQTT 3.1.1 connection over WebSocket, connecting again by itself. Nothing is queued while it is lost. */
export interface Connection {
  readonly store: StoreApi<ConnectionState>;
  /** Sends now, or not at all: false while not connected. */
  publish(topic: string, message: unknown, qos: 0 | 1, retain?: boolean): boolean;
  /** Keeps `message` as the retained one of `topic`: sent now, and again after each reconnection. */
  hold(topic: string, message: unknown): void;
  /** Finds out whether the link is alive, sooner than the keep-alive would; a dead one is replaced at once. */
  probe(): void;
  /**
   * The machine's addresses have changed: a link to another machine is taken for dead at once, since what it holds open belongs to an
   * address that may be gone, and waiting for another try is over.
   */
  networkChanged(): void;
  /** Says `farewell` (retained) instead of leaving it to the last will, and ends. */
  close(farewell?: readonly { readonly topic: string; readonly message: unknown }[]): Promise<void>;
}

const CONNECTION_TIMES = {
  /** Half of it, doubled, is the mean wait before each attempt. */
  firstRetryMs: 400,
  longestRetryMs: 8_000,
  /** A cold connection took 8.5 s on a satellite link. */
  connectMs: 20_000,
  keepAliveSeconds: 15,
  /** Without an acknowledgement in this time the link is taken for dead. */
  acknowledgeMs: 6_000,
  farewellMs: 1_000,
} as const;

/** MQTT 3.1.1, 3.2.2.3: bad user name or password; not authorized. */
const REFUSALS: ReadonlySet<number> = new Set([4, 5]);

/** A broker on this very machine is reached whatever the network does. */
const isOnThisMachine = (url: string): boolean => /^(localhost|127\..*|\[::1\])$/.test(new URL(url).hostname);

const reasonCode = (error: Error): number =>
  'code' in error && typeof error.code === 'number' ? error.code : -1;

/** Opens a connection; see `Connection`. The sole user of the MQTT client. */
export const createConnection = (options: ConnectionOptions): Connection => {
  const { clock } = options;
  const store = createStore<ConnectionState>(() => ({ state: 'connecting' }));
  const held = new Map<string, string>();
  const probing = createProbeDeadline();
  let client: MqttClient | undefined;
  let address = '';
  let failures = 0;
  /** The broker did not take the last password, so that another one is asked for. */
  let refusedBefore = false;
  /** Tells an answer to the present attempt from one to an attempt that was given up meanwhile. */
  let attempts = 0;
  let cancelRetry = (): void => {};

  const become = (state: ConnectionState['state']): void => {
    if (store.getState().state !== state) store.setState({ state }, true);
  };

  /** A new client for each attempt: nothing that was under way on the old link may arrive later on the new one. */
  const drop = (): void => {
    const old = client;
    client = undefined;
    probing.reset();
    old?.end(true);
  };

  const retry = (immediately: boolean): void => {
    drop();
    const mean = Math.min(
      CONNECTION_TIMES.firstRetryMs * 2 ** Math.min(failures, 6),
      CONNECTION_TIMES.longestRetryMs,
    );
    failures += 1;
    cancelRetry();
    cancelRetry = clock.after(immediately ? 0 : mean * (0.5 + options.random()), open);
  };

  const lose = (immediately = false): void => {
    if (store.getState().state === 'closed') return;
    become('lost');
    retry(immediately);
  };

  const giveUp = (): void => {
    refusedBefore = false;
    become('refused');
    if (options.afterRefusal === 'stop') drop();
    else retry(false);
  };

  const refuse = (): void => {
    if (refusedBefore) {
      giveUp();
      return;
    }
    refusedBefore = true;
    drop();
    open();
  };

  /** Publishes and expects the broker's acknowledgement in time. */
  const send = (topic: string, payload: string, retain: boolean, within: Milliseconds): void => {
    const sender = client;
    if (!sender) return;
    const sentMs = clock.monotonic();
    const cancel = clock.after(within, () => {
      if (sender === client) lose(true);
    });
    sender.publish(topic, payload, { qos: 1, retain }, (error) => {
      cancel();
      if (!error && sender === client) probing.acknowledged(clock.monotonic() - sentMs);
    });
  };

  const open = (): void => {
    attempts += 1;
    const attempt = attempts;
    void options.access(refusedBefore).then((access) => {
      if (attempt !== attempts || store.getState().state === 'closed') return;
      if (access.ok) connect(access.value);
      else if (access.failure.code === 'SESSION_EXPIRED') giveUp();
      else lose();
    });
  };

  const connect = ({ url, username, password, certificateAuthority }: BrokerAccess): void => {
    address = url;
    const opened = mqtt.connect(url, {
      clientId: options.clientId,
      username,
      password,
      ...(certificateAuthority !== undefined && { ca: certificateAuthority }),
      protocolVersion: 4,
      clean: true,
      keepalive: CONNECTION_TIMES.keepAliveSeconds,
      connectTimeout: CONNECTION_TIMES.connectMs,
      reconnectPeriod: 0,
      queueQoSZero: false,
      resubscribe: false,
      // The default makes a worker from a blob, which our content policy refuses.
      timerVariant: 'native',
      ...(options.will && {
        will: {
          topic: options.will.topic,
          payload: JSON.stringify(options.will.message),
          qos: 1,
          retain: options.will.retain,
        },
      }),
    });
    client = opened;
    opened.on('message', (topic, payload, { retain }) => {
      if (opened === client) options.onMessage(topic, payload, retain);
    });
    opened.on('error', (error) => {
      if (opened === client && REFUSALS.has(reasonCode(error))) refuse();
    });
    opened.on('close', () => {
      if (opened === client) lose();
    });
    opened.on('connect', () => {
      opened.subscribe([...options.filters], { qos: 1 }, (error) => {
        if (opened !== client) return;
        if (error) return lose();
        failures = 0;
        refusedBefore = false;
        for (const [topic, payload] of held) send(topic, payload, true, CONNECTION_TIMES.acknowledgeMs);
        become('connected');
      });
    });
  };

  open();
  return {
    store,
    publish: (topic, message, qos, retain = false) => {
      if (store.getState().state !== 'connected' || !client?.connected) return false;
      const payload = JSON.stringify(message);
      if (qos === 1) send(topic, payload, retain, CONNECTION_TIMES.acknowledgeMs);
      else client.publish(topic, payload, { qos: 0, retain });
      return true;
    },
    hold: (topic, message) => {
      const payload = JSON.stringify(message);
      held.set(topic, payload);
      if (store.getState().state === 'connected') send(topic, payload, true, CONNECTION_TIMES.acknowledgeMs);
    },
    probe: () => {
      const [first] = held;
      if (first && store.getState().state === 'connected') send(first[0], first[1], true, probing.withinMs());
    },
    networkChanged: () => {
      const { state } = store.getState();
      if (state === 'lost' || (state === 'connected' && !isOnThisMachine(address))) lose(true);
    },
    close: (farewell = []) =>
      new Promise((resolve) => {
        const wasConnected = store.getState().state === 'connected';
        cancelRetry();
        become('closed');
        const leaving = client;
        const finish = (): void => {
          cancelDeadline();
          if (leaving === client) drop();
          resolve();
        };
        const cancelDeadline = clock.after(CONNECTION_TIMES.farewellMs, finish);
        if (!leaving || !wasConnected) return finish();
        for (const { topic, message } of farewell)
          leaving.publish(topic, JSON.stringify(message), { qos: 1, retain: true });
        leaving.end(false, {}, finish);
      }),
  };
};
