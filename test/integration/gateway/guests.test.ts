import { createHash, randomBytes } from 'node:crypto';
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type FromGuest,
  GUEST_PATH,
  type GuestSession,
  INVITATION_SECONDS,
  type Invitation,
  type ToGuest,
} from '#core/contract/guests.ts';
import { TOPICS } from '#core/contract/signalling.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createTokens } from '#gateway/accounts/tokens.ts';
import { createGuestDesk } from '#gateway/client/guest-desk.ts';
import {
  enterAsGuest,
  keepGuestAccess,
  lookAtInvitation,
  renewGuest,
} from '#gateway/client/guest-session.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createGatewayRig, type GatewayRig, SITE, until } from '#test/harness/gateway-rig.ts';
import { type CookieBrowser, openCookieBrowser, pageFetch } from '#test/harness/sign-in.ts';

const GUEST = 'guest-0001';
let rig: GatewayRig;
let clock: FakeClock;
const clients: MqttClient[] = [];
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  clock = createFakeClock();
  rig = await createGatewayRig({}, clock);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.end(true);
  await Promise.all(closing.splice(0).map((end) => end()));
  await rig.close();
});

const newCode = (): string => randomBytes(24).toString('base64url');
const invitation = (code: string, guestId = GUEST): Invitation => ({
  guestId,
  ticketId: 'ticket-1',
  codeHash: createHash('sha256').update(code).digest('hex'),
  expiresAtMs: Date.parse(clock.now()) + INVITATION_SECONDS * 1_000,
  used: false,
  view: {
    kind: 'interpreter',
    inviter: { role: 'assistant', name: 'Awa Diallo' },
    siteName: 'Pharmacie des Halles',
  },
});
/** Makes a link good and returns its code. */
const invite = (guestId = GUEST): string => {
  const code = newCode();
  rig.gateway().invite(invitation(code, guestId));
  return code;
};
const page = (browser: CookieBrowser = openCookieBrowser()) => pageFetch(browser, rig.origin());
const enter = (code: string, browser?: CookieBrowser) =>
  enterAsGuest(page(browser), { code, name: 'Ana', page: 'p1' });
const codeOf = (outcome: { ok: boolean; failure?: { code: string } }): string =>
  outcome.ok ? 'ok' : (outcome.failure?.code ?? '');
const entered = async (guestId = GUEST, browser?: CookieBrowser): Promise<GuestSession> => {
  const outcome = await enter(invite(guestId), browser);
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
};

const raw = (options: IClientOptions): MqttClient => {
  const client = mqtt.connect(rig.brokerUrl(), {
    protocolVersion: 4,
    reconnectPeriod: 0,
    username: 'any',
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
const clientId = (guestId = GUEST, pageId = 'p1'): string =>
  `guest.${SITE.id}.${SITE.cabinId}.${guestId}.${pageId}`;
const guestClient = async (guestId = GUEST): Promise<MqttClient> => {
  const { token } = await entered(guestId);
  const client = raw({ clientId: clientId(guestId), password: token });
  expect(await outcome(client)).toBe('connected');
  return client;
};
const closed = (client: MqttClient): Promise<void> =>
  new Promise((resolve) => client.once('close', () => resolve()));
const granted = (client: MqttClient, filter: string): Promise<boolean> =>
  new Promise((resolve) => {
    client.subscribe(filter, { qos: 1 }, (error, grants) =>
      resolve(!error && (grants ?? []).every(({ qos }) => qos !== 128)),
    );
  });

describe('a link', () => {
  it('tells what it is for without being used up, and lets one person in', async () => {
    const code = invite();
    for (const _time of [1, 2]) {
      const looked = await lookAtInvitation(page(), code);
      expect(looked).toMatchObject({ ok: true, value: { expiresIn: INVITATION_SECONDS } });
    }
    expect(await enter(code)).toMatchObject({ ok: true, value: { guestId: GUEST } });
    expect(codeOf(await enter(code))).toBe('GUEST_LINK_USED');
    expect(codeOf(await lookAtInvitation(page(), code))).toBe('GUEST_LINK_USED');
  });

  it('lets one of two in who come at the same moment', async () => {
    const code = invite();
    const outcomes = await Promise.all([enter(code), enter(code), enter(code)]);
    expect(outcomes.map(codeOf).sort()).toEqual(['GUEST_LINK_USED', 'GUEST_LINK_USED', 'ok']);
  });

  it('ends by time and by being taken back, and says which', async () => {
    const old = invite();
    await clock.advance(INVITATION_SECONDS * 1_000 - 1);
    expect(codeOf(await lookAtInvitation(page(), old))).toBe('ok');
    await clock.advance(1);
    expect(codeOf(await lookAtInvitation(page(), old))).toBe('GUEST_LINK_EXPIRED');
    expect(codeOf(await enter(old))).toBe('GUEST_LINK_EXPIRED');
    const revoked = invite('guest-0002');
    rig.gateway().endGuest('guest-0002');
    expect(codeOf(await enter(revoked))).toBe('GUEST_LINK_REVOKED');
  });

  it('cannot be made up', async () => {
    invite();
    const made = [newCode(), '', 'x'.repeat(32), GUEST, `${newCode()}A`, newCode().slice(1)];
    for (const code of made) expect(codeOf(await enter(code))).toBe('GUEST_LINK_UNKNOWN');
    const hash = createHash('sha256').update(newCode()).digest('hex');
    expect(['GUEST_LINK_UNKNOWN', 'INVALID_MESSAGE']).toContain(codeOf(await enter(hash)));
  });

  it('is good on this gateway’s own page alone, with a name', async () => {
    const code = invite();
    const post = (headers: Record<string, string>, body: object) =>
      fetch(`${rig.origin()}/guest/enter`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }).then(({ status }) => status);
    const entry = { code, name: 'Ana', page: 'p1' };
    expect(await post({ origin: 'https://elsewhere.example' }, entry)).toBe(403);
    expect(await post({}, { ...entry, name: '  ' })).toBe(400);
    expect(await post({}, { ...entry, name: 'a'.repeat(61) })).toBe(400);
    expect(await post({ origin: rig.origin() }, entry)).toBe(200);
  });

  it('is tried a few times and then no more for a while, from one address', async () => {
    const statuses = new Set<string>();
    for (let time = 0; time < 40; time += 1) statuses.add(codeOf(await enter(newCode())));
    expect([...statuses]).toEqual(['GUEST_LINK_UNKNOWN', 'SIGN_IN_TOO_MANY']);
  });

  it('has a page of its own below a strict policy', async () => {
    const { status, headers } = await fetch(`${rig.origin()}${GUEST_PATH}`);
    expect([status, headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('a guest’s token', () => {
  it('opens one client id, and nothing of the gateway that is for physicians', async () => {
    const { token } = await entered();
    const others = ['physician.dr-benali.p1', `cabin.${SITE.id}.${SITE.cabinId}`, clientId('guest-0002'), ''];
    for (const other of others)
      expect(await outcome(raw({ clientId: other, password: token }))).toBe('refused 4');
    for (const path of ['/identity', '/broker']) {
      const { status } = await fetch(`${rig.origin()}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ page: 'p1' }),
      });
      expect(status).toBe(401);
    }
  });

  it('reads its own letters only', async () => {
    const guest = await guestClient();
    const foreign = [
      '#',
      'cabine/#',
      TOPICS.presence('+', '+'),
      TOPICS.ticket(SITE.id, SITE.cabinId),
      TOPICS.physicianPresence('+'),
      TOPICS.outbox(SITE.id, SITE.cabinId, 'dr-benali'),
      TOPICS.inbox(SITE.id, SITE.cabinId, '+'),
      TOPICS.guestInbox(SITE.id, SITE.cabinId, GUEST),
      TOPICS.guestOutbox(SITE.id, SITE.cabinId, '+'),
      TOPICS.guestOutbox(SITE.id, SITE.cabinId, 'guest-0002'),
      TOPICS.guestOutbox('+', '+', GUEST),
    ];
    for (const filter of foreign) expect([filter, await granted(guest, filter)]).toEqual([filter, false]);
    expect(await granted(guest, TOPICS.guestOutbox(SITE.id, SITE.cabinId, GUEST))).toBe(true);
  });

  it.each([
    ['another guest’s letter', TOPICS.guestInbox(SITE.id, SITE.cabinId, 'guest-0002'), false],
    ['a letter to another cabin', TOPICS.guestInbox(SITE.id, 'cabine-2', GUEST), false],
    ['a physician’s letter', TOPICS.inbox(SITE.id, SITE.cabinId, GUEST), false],
    ['the cabin’s letter', TOPICS.guestOutbox(SITE.id, SITE.cabinId, GUEST), false],
    ['the cabin’s ticket', TOPICS.ticket(SITE.id, SITE.cabinId), true],
    ['a letter that would be kept', TOPICS.guestInbox(SITE.id, SITE.cabinId, GUEST), true],
  ])('closes on %s', async (_what, topic, retain) => {
    const guest = await guestClient();
    const end = closed(guest);
    guest.publish(topic, '{}', { qos: 1, retain });
    await end;
  });

  it('is worth nothing once the guest is sent away, and the open connection ends', async () => {
    const browser = openCookieBrowser();
    const { token } = await entered(GUEST, browser);
    const guest = raw({ clientId: clientId(), password: token });
    expect(await outcome(guest)).toBe('connected');
    const end = closed(guest);
    rig.gateway().endGuest(GUEST);
    await end;
    expect(await outcome(raw({ clientId: clientId(), password: token }))).toBe('refused 4');
    expect(codeOf(await renewGuest(page(browser), 'p1'))).toBe('SESSION_EXPIRED');
    expect(browser.cookies.size).toBe(0);
  });

  it('cannot be made with a guest’s name by whoever has no key, nor for a guest who never came', async () => {
    const party = { role: 'guest', siteId: SITE.id, cabinId: SITE.cabinId, guestId: GUEST } as const;
    const forged = await createTokens(randomBytes(48).toString('base64url'), clock).issue(party, 60);
    const unknown = await createTokens(rig.settings.signingKey, clock).issue(party, 60);
    for (const token of [forged, unknown])
      expect(await outcome(raw({ clientId: clientId(), password: token }))).toBe('refused 4');
  });
});

describe('a guest’s page', () => {
  it('finds itself again after a reload, and is nobody in another browser', async () => {
    const browser = openCookieBrowser();
    await entered(GUEST, browser);
    expect(await renewGuest(page(browser), 'p2')).toMatchObject({ ok: true, value: { guestId: GUEST } });
    expect(await renewGuest(page(), 'p2')).toEqual({ ok: true, value: undefined });
  });

  it('outlives a restart of the gateway when the cabin takes its guest up again, and not else', async () => {
    const browser = openCookieBrowser();
    await entered(GUEST, browser);
    await rig.restart();
    rig.gateway().invite({ ...invitation(newCode()), used: true });
    expect(await renewGuest(page(browser), 'p1')).toMatchObject({ ok: true });
    await rig.restart();
    expect(codeOf(await renewGuest(page(browser), 'p1'))).toBe('SESSION_EXPIRED');
  });

  it('exchanges letters with the cabin, and leaves with a word', async () => {
    const { desk, guests } = await rig.cabin();
    const browser = openCookieBrowser();
    const session = await entered(GUEST, browser);
    const way = keepGuestAccess({
      fetch: page(browser),
      origin: rig.origin(),
      config: { brokerPath: '/mqtt' },
      session,
      page: 'p1',
      clock: systemClock,
    });
    const letters: ToGuest[] = [];
    const faults: string[] = [];
    const heard = new Promise<void>((resolve) => {
      const guest = createGuestDesk({
        access: way.access,
        session,
        page: 'p1',
        onLetter: (letter) => {
          letters.push(letter);
          resolve();
        },
        onFault: (code) => faults.push(code),
        clock: systemClock,
        random: () => 0.5,
      });
      closing.push(async () => {
        way.close();
        await guest.close();
      });
      void until(guest.connection, ({ state }) => state === 'connected').then(async () => {
        const hello: FromGuest = { type: 'hello', page: 'p1', protocolVersion: PROTOCOL_VERSION };
        expect((await guests.next(({ message }) => message.type === 'hello')).message).toEqual(hello);
        desk.sendGuest(GUEST, { type: 'standing', page: 'p1', standing: 'misread' } as never);
        desk.sendGuest(GUEST, { type: 'standing', page: 'another', standing: 'replaced' });
        desk.sendGuest(GUEST, { type: 'standing', page: 'p1', standing: 'asked' });
        await guests.next(({ message }) => message.type === 'bye');
      });
      void guests
        .next(({ message }) => message.type === 'hello')
        .then(async () => {
          await heard;
          await guest.leave();
        });
    });
    await heard;
    expect(letters).toEqual([{ type: 'standing', page: 'p1', standing: 'asked' }]);
    expect(faults).toEqual(['INVALID_MESSAGE']);
    await guests.next(({ message }) => message.type === 'bye');
  });
});
