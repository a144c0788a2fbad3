import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { LARGEST_SIGNALLING_MESSAGE_BYTES, TOPICS } from '#core/contract/signalling.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createTokens } from '#gateway/accounts/tokens.ts';
import { createGatewayRig, type GatewayRig, SITE } from '#test/harness/gateway-rig.ts';

let rig: GatewayRig;
let clock: FakeClock;
const clients: MqttClient[] = [];
beforeEach(async () => {
  clock = createFakeClock();
  rig = await createGatewayRig({}, clock);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.end(true);
  await rig.close();
});

const CABIN_ID = `cabin.${SITE.id}.${SITE.cabinId}`;
const INBOX = TOPICS.inbox(SITE.id, SITE.cabinId, 'dr-benali');

const raw = (options: IClientOptions): MqttClient => {
  // MQTT 3.1.1, 3.1.2.9: no password without a user name.
  const username = options.password === undefined ? {} : { username: 'any' };
  const client = mqtt.connect(rig.brokerUrl(), {
    protocolVersion: 4,
    reconnectPeriod: 0,
    ...username,
    ...options,
  });
  client.on('error', () => {});
  clients.push(client);
  return client;
};
/** `connected`, or the number of the refusal, or `closed`. */
const outcome = (client: MqttClient): Promise<string> =>
  new Promise((resolve) => {
    client.once('connect', () => resolve('connected'));
    client.once('error', (error) => resolve('code' in error ? `refused ${error.code}` : 'closed'));
    client.once('close', () => resolve('closed'));
  });
const BEHIND_PROXY = {
  publicUrl: 'https://cabine.example.fr',
  issuer: 'https://provider.example',
  clientId: 'cabine',
  clientSecret: { variable: 'NOT_ASKED' },
  scope: 'openid',
  acrValues: 'eidas1',
};
const closing = (client: MqttClient): Promise<void> =>
  new Promise((resolve) => client.once('close', () => resolve()));

const cabinClient = async (): Promise<MqttClient> => {
  const client = raw({ clientId: CABIN_ID, password: (await rig.cabinToken()).token });
  await outcome(client);
  return client;
};
const physicianClient = async (account = 'dr-benali', page = 'p1'): Promise<MqttClient> => {
  const { token } = await rig.signIn(account);
  const client = raw({ clientId: `physician.${account}.${page}`, password: token });
  expect(await outcome(client)).toBe('connected');
  return client;
};
const granted = (client: MqttClient, filter: string): Promise<boolean> =>
  new Promise((resolve) => {
    client.subscribe(filter, { qos: 1 }, (error, grants) =>
      resolve(!error && (grants ?? []).every(({ qos }) => qos !== 128)),
    );
  });

describe('who gets in', () => {
  it('refuses anonymous, forged, expired and borrowed tokens', async () => {
    const { token } = await rig.signIn('dr-benali');
    const short = await createTokens(rig.settings.signingKey, clock).issue(
      { role: 'physician', siteId: SITE.id, cabinId: SITE.cabinId, physicianId: 'dr-benali' },
      5,
    );
    await clock.advance(6_000);
    const clientId = 'physician.dr-benali.p1';
    const refused: IClientOptions[] = [
      { clientId },
      { clientId, password: 'nonsense' },
      { clientId, password: `${token.slice(0, -4)}AAAA` },
      { clientId, password: short },
      { clientId: 'physician.dr-lefevre.p1', password: token },
      { clientId: CABIN_ID, password: token },
      { clientId: '', password: token },
    ];
    for (const options of refused) expect(await outcome(raw(options))).toBe('refused 4');
  });

  it('closes a connection when its token expires', async () => {
    const token = await createTokens(rig.settings.signingKey, clock).issue(
      { role: 'physician', siteId: SITE.id, cabinId: SITE.cabinId, physicianId: 'dr-benali' },
      5,
    );
    const client = raw({ clientId: 'physician.dr-benali.p1', password: token });
    expect(await outcome(client)).toBe('connected');
    const closed = closing(client);
    await clock.advance(5_000);
    await closed;
  });

  it('refuses a page of another origin and another path', async () => {
    const refusal = (url: string, origin?: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = new WebSocket(url, 'mqtt', origin === undefined ? {} : { origin });
        socket.on('open', () => {
          socket.close();
          resolve('open');
        });
        socket.on('error', ({ message }) => resolve(message));
      });
    expect(await refusal(rig.brokerUrl(), 'http://elsewhere.example')).toContain('403');
    expect(await refusal(rig.brokerUrl(), `http://${rig.address()}`)).toBe('open');
    expect(await refusal(rig.brokerUrl().replace('/mqtt', '/other'))).toContain('404');
  });
});

describe('what each may do', () => {
  it('grants its own filters and no other', async () => {
    const cabin = await cabinClient();
    const physician = await physicianClient();
    const forCabin = ['#', 'cabine/#', TOPICS.presence('+', '+'), TOPICS.inbox('+', '+', '+'), '$SYS/#'];
    const forPhysician = ['#', INBOX, TOPICS.outbox('+', '+', '+'), TOPICS.physicianPresence('+'), '$SYS/#'];
    for (const filter of forCabin) expect(await granted(cabin, filter)).toBe(false);
    for (const filter of forPhysician) expect(await granted(physician, filter)).toBe(false);
    expect(await granted(cabin, TOPICS.inbox(SITE.id, SITE.cabinId, '+'))).toBe(true);
    expect(await granted(physician, TOPICS.outbox('+', '+', 'dr-benali'))).toBe(true);
  });

  const forbidden: readonly (readonly [string, 'cabin' | 'physician', string, boolean])[] = [
    ["another cabin's presence", 'cabin', TOPICS.presence('elsewhere', 'cabine-1'), true],
    ["another cabin's ticket", 'cabin', TOPICS.ticket(SITE.id, 'cabine-2'), true],
    ["a physician's letter", 'cabin', INBOX, false],
    ["a physician's presence", 'cabin', TOPICS.physicianPresence('dr-benali'), true],
    ['a retained letter', 'cabin', TOPICS.outbox(SITE.id, SITE.cabinId, 'dr-benali'), true],
    ["a cabin's presence", 'physician', TOPICS.presence(SITE.id, SITE.cabinId), true],
    ["a cabin's ticket", 'physician', TOPICS.ticket(SITE.id, SITE.cabinId), true],
    ["a cabin's letter", 'physician', TOPICS.outbox(SITE.id, SITE.cabinId, 'dr-benali'), false],
    ["another physician's letter", 'physician', TOPICS.inbox(SITE.id, SITE.cabinId, 'dr-lefevre'), false],
    ["another physician's presence", 'physician', TOPICS.physicianPresence('dr-lefevre'), true],
    ['a retained letter', 'physician', INBOX, true],
    ['any other topic', 'physician', 'cabine/1/anything', false],
  ];
  it.each(forbidden)('closes on %s from a %s', async (_what, role, topic, retain) => {
    const client = role === 'cabin' ? await cabinClient() : await physicianClient();
    const closed = closing(client);
    client.publish(topic, '{}', { qos: 1, retain });
    await closed;
  });

  it("does not give one physician another's presence through the wildcard of cabins", async () => {
    const benali = await physicianClient();
    const lefevre = await physicianClient('dr-lefevre');
    const cabin = await cabinClient();
    const topics: string[] = [];
    const told = new Promise<void>((resolve) =>
      benali.on('message', (topic) => {
        topics.push(topic);
        if (topic === TOPICS.presence(SITE.id, SITE.cabinId)) resolve();
      }),
    );
    await granted(benali, TOPICS.presence('+', '+'));
    await lefevre.publishAsync(TOPICS.physicianPresence('dr-lefevre'), '{}', { qos: 1, retain: true });
    await cabin.publishAsync(TOPICS.presence(SITE.id, SITE.cabinId), '{}', { qos: 1, retain: true });
    await told;
    expect(topics).toEqual([TOPICS.presence(SITE.id, SITE.cabinId)]);
  });

  it('tells of a connection that died by its last will', async () => {
    const cabin = await cabinClient();
    const topic = TOPICS.physicianPresence('dr-benali');
    await granted(cabin, TOPICS.physicianPresence('+'));
    const { token } = await rig.signIn('dr-benali');
    const dying = raw({
      clientId: 'physician.dr-benali.p1',
      password: token,
      will: { topic, payload: 'gone', qos: 1, retain: true },
    });
    await outcome(dying);
    const told = new Promise<string>((resolve) =>
      cabin.on('message', (_topic, payload) => resolve(String(payload))),
    );
    dying.stream.destroy();
    expect(await told).toBe('gone');
  });
});

describe('a page of another version', () => {
  it('is told so by a letter that it can read, though the cabin cannot read its own', async () => {
    const { messages, dropped } = await rig.cabin();
    const page = await physicianClient();
    const told = new Promise<unknown>((resolve) =>
      page.on('message', (_topic, payload) => resolve(JSON.parse(String(payload)))),
    );
    expect(await granted(page, TOPICS.outbox(SITE.id, SITE.cabinId, 'dr-benali'))).toBe(true);
    // As version 5 asked.
    await page.publishAsync(
      INBOX,
      JSON.stringify({ type: 'claim', ticketId: 't1', protocolVersion: 5, physician: { name: 'Dr B' } }),
      { qos: 1 },
    );
    expect(await told).toEqual({ type: 'claim-refused', ticketId: 't1', code: 'PROTOCOL_VERSION' });
    expect(dropped.items).toEqual([
      { code: 'PROTOCOL_VERSION', from: { role: 'physician', id: 'dr-benali' } },
    ]);
    expect(messages.items).toEqual([]);
  });
});

describe('limits', () => {
  it('keeps no session, which would bring a letter later that was meant for then', async () => {
    const { token } = await rig.signIn('dr-benali');
    const options = { clientId: 'physician.dr-benali.p1', password: token };
    expect(await outcome(raw({ ...options, clean: false }))).toBe('refused 4');
    expect(await outcome(raw(options))).toBe('connected');
  });

  it('shuts out the address whose connections do not say who they are, and nobody else', async () => {
    const sockets: WebSocket[] = [];
    const proxied = await createGatewayRig({ simulation: false, signIn: BEHIND_PROXY });
    const open = (address?: string): Promise<string> =>
      new Promise((resolve) => {
        const headers = address === undefined ? {} : { 'x-forwarded-for': address };
        const socket = new WebSocket(proxied.brokerUrl(), 'mqtt', { headers });
        sockets.push(socket);
        socket.on('open', () => resolve('open'));
        socket.on('error', ({ message }) => resolve(message));
      });
    const opened = [];
    for (let count = 0; count < 40; count += 1) opened.push(await open('192.0.2.1'));
    expect(opened.filter((one) => one === 'open')).toHaveLength(32);
    expect(opened.at(-1)).toContain('429');
    expect(await open('192.0.2.2')).toBe('open');
    // The cabin's own connection, and again and again: it says at once who it is.
    const { token } = await proxied.cabinToken();
    for (let count = 0; count < 40; count += 1) {
      const cabin = mqtt.connect(proxied.brokerUrl(), {
        protocolVersion: 4,
        reconnectPeriod: 0,
        username: 'any',
        clientId: CABIN_ID,
        password: token,
      });
      cabin.on('error', () => {});
      clients.push(cabin);
      expect(await outcome(cabin)).toBe('connected');
    }
    // Room again once they are gone.
    const [first] = sockets;
    const closed = new Promise((resolve) => first?.once('close', resolve));
    first?.close();
    await closed;
    await vi.waitFor(async () => expect(await open('192.0.2.1')).toBe('open'), 5_000);
    for (const socket of sockets) socket.terminate();
    await proxied.close();
  });

  it('closes on a message above the limit, and takes one at it', async () => {
    const physician = await physicianClient();
    await physician.publishAsync(INBOX, 'x'.repeat(LARGEST_SIGNALLING_MESSAGE_BYTES), { qos: 1 });
    const closed = closing(physician);
    physician.publish(INBOX, 'x'.repeat(LARGEST_SIGNALLING_MESSAGE_BYTES + 2_000), { qos: 0 });
    await closed;
  });

  it('closes on a flood', async () => {
    const physician = await physicianClient();
    const closed = closing(physician);
    for (let message = 0; message < 400; message += 1) physician.publish(INBOX, '{}', { qos: 0 });
    await closed;
  });
});
