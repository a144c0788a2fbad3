import { createHash, randomBytes } from 'node:crypto';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as z from 'zod';
import {
  brokerAccessSchema,
  LARGEST_SIGNALLING_MESSAGE_BYTES,
  LETTER_RATE,
  TOPICS,
} from '#core/contract/signalling.ts';
import { ok } from '#core/result.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createDynamicSecurity } from '#gateway/broker/external/dynamic-security.ts';
import { createExternalBroker } from '#gateway/broker/external/external-broker.ts';
import { createGuestDesk } from '#gateway/client/guest-desk.ts';
import { enterAsGuest, keepGuestAccess } from '#gateway/client/guest-session.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { openCutLine } from '#test/harness/cut-line.ts';
import { createGatewayRig, type GatewayRig, PRESENCE, SITE, until } from '#test/harness/gateway-rig.ts';
import { type Mosquitto, mosquittoMissing, startMosquitto } from '#test/harness/mosquitto.ts';
import { openCookieBrowser, pageFetch } from '#test/harness/sign-in.ts';

let mosquitto: Mosquitto;
let rig: GatewayRig;
let clock: FakeClock;
const clients: MqttClient[] = [];

const INBOX = TOPICS.inbox(SITE.id, SITE.cabinId, 'dr-benali');
const CABIN_ID = `cabin.${SITE.id}.${SITE.cabinId}`;
const HOUR_MS = 3_600_000;

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
const outcome = (client: MqttClient): Promise<string> =>
  new Promise((resolve) => {
    client.once('connect', () => resolve('connected'));
    client.once('error', (error) => resolve('code' in error ? `refused ${error.code}` : 'closed'));
    client.once('close', () => resolve('closed'));
  });
const closing = (client: MqttClient): Promise<void> =>
  new Promise((resolve) => client.once('close', () => resolve()));
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
  const client = connect({ clientId: CABIN_ID, ...broker });
  expect(await outcome(client)).toBe('connected');
  return client;
};
const heard = (client: MqttClient): { topic: string; text: string; retained: boolean }[] => {
  const all: { topic: string; text: string; retained: boolean }[] = [];
  client.on('message', (topic, payload, { retain }) =>
    all.push({ topic, text: String(payload), retained: retain }),
  );
  return all;
};
/** Everything that was on its way to `client` has come once this has. */
const lastWord = async (client: MqttClient, seen: { text: string }[], speaker: MqttClient, topic: string) => {
  await speaker.publishAsync(topic, 'last word', { qos: 1 });
  await vi.waitFor(() => expect(seen.map(({ text }) => text)).toContain('last word'), 20_000);
  expect(client.connected).toBe(true);
};
const users = async (): Promise<readonly string[]> => {
  const plugin = createDynamicSecurity(mosquitto.settings, systemClock);
  await new Promise<void>((resolve) => plugin.onConnected(resolve));
  const listed = await plugin.run([{ command: 'listClients', count: -1, offset: 0 }]);
  await plugin.close();
  const data = listed.ok ? (listed.value[0]?.data as { clients: string[] }) : { clients: [] };
  return data.clients.filter((name) => name.startsWith('cabine/'));
};

describe.skipIf(mosquittoMissing !== undefined)(
  `mosquitto beside the gateway ${mosquittoMissing ?? ''}`,
  { timeout: 60_000 },
  () => {
    beforeEach(async () => {
      mosquitto = await startMosquitto();
      clock = createFakeClock();
      rig = await createGatewayRig({}, clock, mosquitto);
    }, 60_000);
    afterEach(async () => {
      for (const client of clients.splice(0)) client.end(true);
      await rig.close();
      await mosquitto.close();
    });

    it('lets in the user of a page under its own client id only, and nobody without one', async () => {
      const { username, password } = await accessOf('dr-benali', 'p1');
      const refused: IClientOptions[] = [
        { clientId: 'physician.dr-benali.p1' },
        { clientId: 'physician.dr-benali.p1', username, password: 'guessed' },
        { clientId: 'physician.dr-benali.p2', username, password },
        { clientId: CABIN_ID, username, password },
      ];
      for (const options of refused) expect(await outcome(connect(options))).toBe('refused 5');
      expect(await outcome(connect({ clientId: 'physician.dr-benali.p1', username, password }))).toBe(
        'connected',
      );
    });

    it('makes a user for a signed-in page, and for nobody else', async () => {
      const { token } = await rig.signIn('dr-benali');
      const ofCabin = (await rig.cabinToken()).token;
      const statuses = await Promise.all([
        ask('nonsense', { page: 'p1' }),
        ask(ofCabin, { page: 'p1' }),
        ask(token, { page: 'a/b' }),
        ask(token, {}),
      ]);
      expect(statuses.map(({ status }) => status)).toEqual([401, 401, 400, 400]);
      expect((await users()).filter((name) => name.includes('physician'))).toEqual([]);
      const policy = (await fetch(`http://${rig.address()}/`)).headers.get('content-security-policy') ?? '';
      expect(policy).toContain(` ${mosquitto.settings.url};`);
    });

    it('delivers nothing foreign, whatever a client subscribes to', async () => {
      const [benali, lefevre, cabin] = [
        await physicianClient(),
        await physicianClient('dr-lefevre'),
        await cabinClient(),
      ];
      const toBenali = heard(benali);
      const toCabin = heard(cabin);
      for (const filter of [
        '#',
        '+/+/+/+/+',
        'cabine/#',
        INBOX,
        TOPICS.outbox('+', '+', '+'),
        TOPICS.physicianPresence('+'),
      ])
        await benali.subscribeAsync(filter, { qos: 1 }).catch(() => {});
      for (const filter of ['#', 'cabine/#', TOPICS.presence('+', '+'), TOPICS.inbox('+', '+', '+')])
        await cabin.subscribeAsync(filter, { qos: 1 }).catch(() => {});
      await benali.subscribeAsync([TOPICS.presence('+', '+'), TOPICS.outbox('+', '+', 'dr-benali')], {
        qos: 1,
      });
      await cabin.subscribeAsync(TOPICS.inbox(SITE.id, SITE.cabinId, '+'), { qos: 1 });

      await lefevre.publishAsync(TOPICS.physicianPresence('dr-lefevre'), 'foreign', { qos: 1, retain: true });
      await lefevre.publishAsync(TOPICS.inbox('elsewhere', 'cabine-1', 'dr-lefevre'), 'foreign', { qos: 1 });
      await cabin.publishAsync(TOPICS.outbox(SITE.id, SITE.cabinId, 'dr-lefevre'), 'foreign', { qos: 1 });
      await lastWord(benali, toBenali, cabin, TOPICS.outbox(SITE.id, SITE.cabinId, 'dr-benali'));
      await lastWord(cabin, toCabin, benali, INBOX);
      expect([...toBenali, ...toCabin].map(({ text }) => text)).toEqual(['last word', 'last word']);
    });

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

    it('gives a guest their own letters and nothing else, until they are sent away', async () => {
      const [benali, cabin] = [await physicianClient(), await cabinClient()];
      const { username, password } = (await enterGuest()).access;
      const clientId = `guest.${SITE.id}.${SITE.cabinId}.guest-0001.p1`;
      const guest = connect({ clientId, username, password });
      expect(await outcome(guest)).toBe('connected');
      const [toGuest, toCabin] = [heard(guest), heard(cabin)];
      const own = TOPICS.guestOutbox(SITE.id, SITE.cabinId, 'guest-0001');
      for (const filter of ['#', 'cabine/#', TOPICS.presence('+', '+'), INBOX, TOPICS.physicianPresence('+')])
        await guest.subscribeAsync(filter, { qos: 1 }).catch(() => {});
      await guest.subscribeAsync(own, { qos: 1 });
      await cabin.subscribeAsync(
        [TOPICS.inbox(SITE.id, SITE.cabinId, '+'), TOPICS.guestInbox(SITE.id, SITE.cabinId, '+')],
        { qos: 1 },
      );
      await cabin.publishAsync(TOPICS.presence(SITE.id, SITE.cabinId), '{}', { qos: 1, retain: true });
      await cabin.publishAsync(TOPICS.guestOutbox(SITE.id, SITE.cabinId, 'guest-0002'), 'foreign', {
        qos: 1,
      });
      for (const topic of [
        TOPICS.inbox(SITE.id, SITE.cabinId, 'dr-benali'),
        TOPICS.guestInbox(SITE.id, SITE.cabinId, 'guest-0002'),
      ])
        await guest.publishAsync(topic, 'forged', { qos: 1 }).catch(() => {});
      await lastWord(guest, toGuest, cabin, own);
      await lastWord(cabin, toCabin, benali, INBOX);
      expect([...toGuest, ...toCabin].map(({ text }) => text)).toEqual(['last word', 'last word']);
      const ended = new Promise<void>((resolve) => guest.once('close', () => resolve()));
      rig.gateway().endGuest('guest-0001');
      await clock.advance(0);
      await ended;
      expect(await outcome(connect({ clientId, username, password }))).toBe('refused 5');
    });

    it('drops what is published where the publisher may not', async () => {
      const [benali, cabin] = [await physicianClient(), await cabinClient()];
      const watcher = heard(cabin);
      await cabin.subscribeAsync([TOPICS.inbox(SITE.id, SITE.cabinId, '+'), TOPICS.physicianPresence('+')], {
        qos: 1,
      });
      for (const topic of [
        TOPICS.inbox(SITE.id, SITE.cabinId, 'dr-lefevre'),
        TOPICS.physicianPresence('dr-lefevre'),
        '$CONTROL/dynamic-security/v1',
      ])
        await benali.publishAsync(topic, '{"commands":[]}', { qos: 1 }).catch(() => {});
      await lastWord(cabin, watcher, benali, INBOX);
      expect(watcher).toHaveLength(1);
    });

    it('refuses a message above the limit, and takes one at it', async () => {
      const [benali, cabin] = [await physicianClient(), await cabinClient()];
      const watcher = heard(cabin);
      await cabin.subscribeAsync(TOPICS.inbox(SITE.id, SITE.cabinId, '+'), { qos: 1 });
      await benali.publishAsync(INBOX, 'x'.repeat(LARGEST_SIGNALLING_MESSAGE_BYTES), { qos: 1 });
      await benali.publishAsync(INBOX, 'y'.repeat(LARGEST_SIGNALLING_MESSAGE_BYTES + 1), { qos: 1 });
      await lastWord(cabin, watcher, benali, INBOX);
      expect(watcher.map(({ text }) => text[0])).toEqual(['x', 'l']);
    });

    it('tells of a death by the last will, and keeps presence for who comes later', async () => {
      const topic = TOPICS.physicianPresence('dr-benali');
      const dying = await physicianClient('dr-benali', 'p1', {
        topic,
        payload: Buffer.from('gone'),
        qos: 1,
        retain: true,
      });
      await dying.publishAsync(topic, 'here', { qos: 1, retain: true });
      const early = await cabinClient();
      const toEarly = heard(early);
      await early.subscribeAsync(TOPICS.physicianPresence('+'), { qos: 1 });
      await vi.waitFor(() => expect(toEarly).toMatchObject([{ text: 'here', retained: true }]), 20_000);
      dying.stream.destroy();
      await vi.waitFor(() => expect(toEarly.at(-1)).toMatchObject({ text: 'gone', retained: false }), 20_000);
    });

    it('tells the cabin by the last will that it has lost the page of a guest', async () => {
      const { desk, guests } = await rig.cabin();
      const { session, access } = await enterGuest();
      const line = await openCutLine(Number(new URL(access.url).port));
      const guest = createGuestDesk({
        access: async () =>
          ok({
            ...access,
            url: `wss://localhost:${line.port}`,
            certificateAuthority: mosquitto.settings.certificateAuthority ?? '',
          }),
        session,
        page: 'p1',
        onLetter: () => {},
        clock: systemClock,
        random: () => 0.5,
      });
      await guests.next(({ message }) => message.type === 'hello');
      expect(guests.items.map(({ message }) => message.type)).not.toContain('lost');
      line.cut();
      expect(await guests.next(({ message }) => message.type === 'lost')).toEqual({
        guestId: 'guest-0001',
        message: { type: 'lost', page: 'p1' },
      });
      expect(desk.connection.getState().state).toBe('connected');
      await guest.close();
      line.close();
    });

    it('lets a flood through, of which the cabin reads what the rate allows, and hears others after it', async () => {
      const { messages, dropped } = await rig.cabin();
      const [benali, lefevre] = [await physicianClient(), await rig.physician('dr-lefevre')];
      const startedMs = systemClock.monotonic();
      // Fewer at once than mosquitto lets wait for the cabin: else it drops them itself.
      const wave = Array.from({ length: 200 }, (_, index) => index + 1);
      for (let waves = 0; waves < 50 && dropped.items.length === 0; waves += 1)
        await Promise.all(
          wave.map((generation) => {
            const letter = { attemptId: 'p1', generation };
            return benali.publishAsync(INBOX, JSON.stringify({ type: 'release', ticketId: 't1', letter }), {
              qos: 1,
            });
          }),
        );
      expect(await dropped.next(() => true)).toEqual({
        code: 'MESSAGE_TOO_MANY',
        from: { role: 'physician', id: 'dr-benali' },
      });
      const seconds = (systemClock.monotonic() - startedMs) / 1_000;
      const read = messages.items.filter(({ physicianId }) => physicianId === 'dr-benali').length;
      expect(read).toBeLessThanOrEqual(LETTER_RATE.burst + LETTER_RATE.perSecond * seconds);
      const claiming = lefevre.claim({ siteId: SITE.id, cabinId: SITE.cabinId, ticketId: 't1' });
      await messages.next(({ physicianId }) => physicianId === 'dr-lefevre');
      await lefevre.close();
      await claiming;
    });

    it('bears overlapping filters: a desk that is told twice shows one place', async () => {
      const { desk } = await rig.cabin();
      const benali = await rig.physician('dr-benali');
      desk.publishTicket({
        state: 'waiting',
        ticketId: 't1',
        since: '2026-03-02T09:00:00+01:00',
        language: 'fr',
      });
      desk.publishTicket({
        state: 'waiting',
        ticketId: 't1',
        since: '2026-03-02T09:00:00+01:00',
        language: 'fr',
      });
      desk.publishPresence(PRESENCE);
      const { queue } = await until(benali.store, (state) => state.queue.length > 0);
      expect(queue).toHaveLength(1);
    });

    it('does not replay a letter that somebody made it keep', async () => {
      const benali = await physicianClient();
      const letter = { attemptId: 'p1', generation: 1 };
      await benali.publishAsync(INBOX, JSON.stringify({ type: 'release', ticketId: 'kept', letter }), {
        qos: 1,
        retain: true,
      });
      const { messages } = await rig.cabin();
      await benali.publishAsync(INBOX, JSON.stringify({ type: 'release', ticketId: 'fresh', letter }), {
        qos: 1,
      });
      await messages.next(({ message }) => message.type === 'release' && message.ticketId === 'fresh');
      expect(messages.items).toHaveLength(1);
      await benali.publishAsync(INBOX, '', { qos: 1, retain: true });
    });

    it('ends a connected user with the token, says that they are away, and lets them in no more', async () => {
      const { presence } = await rig.cabin();
      const { username, password } = await accessOf('dr-benali', 'p1');
      const client = connect({ clientId: 'physician.dr-benali.p1', username, password });
      await outcome(client);
      const own = TOPICS.physicianPresence('dr-benali');
      await client.publishAsync(own, JSON.stringify({ state: 'online', page: 'p1' }), {
        qos: 1,
        retain: true,
      });
      await presence.next(({ state }) => state === 'online');
      const closed = closing(client);
      await clock.advance(10 * HOUR_MS);
      await closed;
      expect(await presence.next(({ state }) => state === 'offline')).toMatchObject({
        physicianId: 'dr-benali',
      });
      expect(await outcome(connect({ clientId: 'physician.dr-benali.p1', username, password }))).toBe(
        'refused 5',
      );
    });

    it('extends a user with the session, without a break, and removes it at the sign-out', async () => {
      const { presence } = await rig.cabin();
      const browser = await rig.signedIn('dr-benali');
      const desk = await rig.deskOf(browser);
      const states: string[] = [];
      desk.store.subscribe(({ connection }) => states.push(connection.state));
      for (let minutes = 0; minutes < 40; minutes += 5) {
        await clock.advance(5 * 60_000);
        // The page renews, and the gateway looks after its users, over the real line.
        await rig.signIn('dr-lefevre');
        await users();
      }
      expect(await users()).toContainEqual(expect.stringContaining('physician.dr-benali.'));
      expect(states.filter((state) => state !== 'connected')).toEqual([]);
      await browser.request(`${rig.origin()}/sign-out`, { method: 'POST' });
      await clock.advance(1);
      await until(desk.store, ({ connection }) => connection.state === 'expired');
      expect(await presence.next(({ state }) => state === 'offline')).toMatchObject({
        physicianId: 'dr-benali',
      });
      expect((await users()).filter((name) => name.includes('dr-benali'))).toEqual([]);
    });

    it('removes what a gateway that died has left, and leaves what is still good', async () => {
      const another = await createGateway(
        { ...rig.settings, port: 0, site: { ...SITE, cabinId: 'cabine-2' } },
        clock,
      );
      if (!another.ok) throw new Error(another.failure.code);
      await vi.waitFor(async () => expect((await another.value.issueCabinToken()).ok).toBe(true), 20_000);
      await another.value.close();
      await clock.advance(HOUR_MS);
      await rig.cabinToken();
      expect((await users()).filter((name) => name.includes('cabine-2'))).toHaveLength(1);
      await clock.advance(12 * HOUR_MS);
      await vi.waitFor(
        async () => expect((await users()).filter((name) => name.includes('cabine-2'))).toEqual([]),
        5_000,
      );
    });

    it('says which side is wrong: a password, or a broker that is away', async () => {
      const failureOf = async (change: Partial<Mosquitto['settings']>) => {
        const settings = { ...mosquitto.settings, ...change };
        const plugin = createDynamicSecurity(settings, systemClock);
        const broker = createExternalBroker(settings, 'trial', plugin, clock);
        const admitted = vi.fn(async () => {
          const result = await broker.admit({
            party: { role: 'physician', siteId: 's', cabinId: 'c', physicianId: 'x' },
            clientId: 'physician.x.p',
            expiresAtMs: 0,
          });
          return result.ok ? 'admitted' : result.failure.code;
        });
        return { admitted, close: broker.close };
      };
      const wrong = await failureOf({ password: 'wrong' });
      await vi.waitFor(async () => expect(await wrong.admitted()).toBe('BROKER_REFUSED'), 20_000);
      await wrong.close();
      const away = await failureOf({ url: 'wss://localhost:1' });
      expect(await away.admitted()).toBe('BROKER_LOST');
      await away.close();
    });
  },
);
