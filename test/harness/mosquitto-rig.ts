import { createHash, randomBytes } from 'node:crypto';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { expect, vi } from 'vitest';
import type * as z from 'zod';
import { brokerAccessSchema, TOPICS } from '#core/contract/signalling.ts';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createDynamicSecurity } from '#gateway/broker/external/dynamic-security.ts';
import { enterAsGuest, keepGuestAccess } from '#gateway/client/guest-session.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createGatewayRig, SITE } from './gateway-rig.ts';
import { startMosquitto } from './mosquitto.ts';
import { openCookieBrowser, pageFetch } from './sign-in.ts';

/** Where Dr Benali writes to the cabin. */
export const INBOX = TOPICS.inbox(SITE.id, SITE.cabinId, 'dr-benali');
export const CABIN_CLIENT = `cabin.${SITE.id}.${SITE.cabinId}`;

/** How an attempt to connect ends: `connected`, `closed` or `refused` with the code of MQTT. */
export const outcome = (client: MqttClient): Promise<string> =>
  new Promise((resolve) => {
    client.once('connect', () => resolve('connected'));
    client.once('error', (error) => resolve('code' in error ? `refused ${error.code}` : 'closed'));
    client.once('close', () => resolve('closed'));
  });
export const closing = (client: MqttClient): Promise<void> =>
  new Promise((resolve) => client.once('close', () => resolve()));
/** What comes to `client` from now on. */
export const heard = (client: MqttClient): { topic: string; text: string; retained: boolean }[] => {
  const all: { topic: string; text: string; retained: boolean }[] = [];
  client.on('message', (topic, payload, { retain }) =>
    all.push({ topic, text: String(payload), retained: retain }),
  );
  return all;
};
/** Everything that was on its way to `client` has come once this has. */
export const lastWord = async (
  client: MqttClient,
  seen: { text: string }[],
  speaker: MqttClient,
  topic: string,
) => {
  await speaker.publishAsync(topic, 'last word', { qos: 1 });
  await vi.waitFor(() => expect(seen.map(({ text }) => text)).toContain('last word'), 20_000);
  expect(client.connected).toBe(true);
};

/** A gateway beside a mosquitto of its own, and clients that speak to the broker as they please. */
export const openMosquittoRig = async () => {
  const mosquitto = await startMosquitto();
  const clock = createFakeClock();
  const rig = await createGatewayRig({}, clock, mosquitto);
  const clients: MqttClient[] = [];
  const connect = (options: IClientOptions): MqttClient => {
    const client = mqtt.connect(mosquitto.settings.url, {
      protocolVersion: 4,
      reconnectPeriod: 0,
      ca: mosquitto.settings.certificateAuthority ?? '',
      ...options,
    });
    client.on('error', () => {});
    clients.push(client);
    return client;
  };
  const ask = (token: string, body: unknown) =>
    fetch(`http://${rig.address()}/broker`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
  const accessOf = async (account: string, page: string): Promise<z.infer<typeof brokerAccessSchema>> => {
    await rig.cabinToken();
    const { token } = await rig.signIn(account);
    return brokerAccessSchema.parse(await (await ask(token, { page })).json());
  };
  const physicianClient = async (account = 'dr-benali', page = 'p1', will?: IClientOptions['will']) => {
    const { username, password } = await accessOf(account, page);
    const client = connect({
      clientId: `physician.${account}.${page}`,
      username,
      password,
      ...(will && { will }),
    });
    expect(await outcome(client)).toBe('connected');
    return client;
  };
  const cabinClient = async () => {
    const { broker } = await rig.cabinToken();
    const client = connect({ clientId: CABIN_CLIENT, ...broker });
    expect(await outcome(client)).toBe('connected');
    return client;
  };
  /** The users that the gateway has made. */
  const users = async (): Promise<readonly string[]> => {
    const plugin = createDynamicSecurity(mosquitto.settings, systemClock);
    await new Promise<void>((resolve) => plugin.onConnected(resolve));
    const listed = await plugin.run([{ command: 'listClients', count: -1, offset: 0 }]);
    await plugin.close();
    const data = listed.ok ? (listed.value[0]?.data as { clients: string[] }) : { clients: [] };
    return data.clients.filter((name) => name.startsWith('cabine/'));
  };
  /** Comes in with a link: what a guest's page has then. */
  const enterGuest = async () => {
    const code = randomBytes(24).toString('base64url');
    rig.gateway().invite({
      guestId: 'guest-0001',
      ticketId: 'ticket-1',
      codeHash: createHash('sha256').update(code).digest('hex'),
      expiresAtMs: Date.parse(clock.now()) + 60_000,
      used: false,
      view: { kind: 'relative', inviter: { role: 'physician', name: 'Dr B' }, siteName: 'Pharmacie' },
    });
    const browser = openCookieBrowser();
    const fetch = pageFetch(browser, rig.origin());
    const entered = await enterAsGuest(fetch, { code, name: 'Ana', page: 'p1' });
    if (!entered.ok) throw new Error(entered.failure.code);
    const keeping = keepGuestAccess({
      fetch,
      origin: rig.origin(),
      config: {},
      session: entered.value,
      page: 'p1',
      clock,
    });
    const access = await keeping.access(false);
    keeping.close();
    if (!access.ok) throw new Error(access.failure.code);
    return { session: entered.value, access: access.value };
  };
  return {
    mosquitto,
    clock,
    rig,
    connect,
    ask,
    accessOf,
    physicianClient,
    cabinClient,
    users,
    enterGuest,
    close: async () => {
      for (const client of clients) client.end(true);
      await rig.close();
      await mosquitto.close();
    },
  };
};
export type MosquittoRig = Awaited<ReturnType<typeof openMosquittoRig>>;
