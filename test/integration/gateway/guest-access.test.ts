import { createHash, createHmac, randomBytes } from 'node:crypto';
import mqtt from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type GuestSession, INVITATION_SECONDS } from '#core/contract/guests.ts';
import type { IceServer } from '#core/contract/ice.ts';
import { TOPICS } from '#core/contract/signalling.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { guestClientId } from '#gateway/client/client-ids.ts';
import { enterAsGuest, keepGuestAccess, renewGuest } from '#gateway/client/guest-session.ts';
import { createSigningKey } from '#gateway/client/trust/es256.ts';
import { askGuestStatement, readKeysOver } from '#gateway/client/trust/gateway-identity.ts';
import { openStatement } from '#gateway/client/trust/statement.ts';
import { createGatewayRig, type GatewayRig, SITE } from '#test/harness/gateway-rig.ts';
import { type CookieBrowser, openCookieBrowser, pageFetch } from '#test/harness/sign-in.ts';

/** What a guest's page is given for its calls: a statement of who it is, and the relay. */
const relay = { urls: ['turns:relay.example.fr:443?transport=tcp'], secret: 'shared-with-the-relay' };
const GUEST = 'guest-0001';
let rig: GatewayRig;
let clock: FakeClock;
let browser: CookieBrowser;
let session: GuestSession;

const page = (of: CookieBrowser = browser) => pageFetch(of, rig.origin());
const enter = async (guestId: string, by: CookieBrowser): Promise<GuestSession> => {
  const code = randomBytes(24).toString('base64url');
  rig.gateway().invite({
    guestId,
    ticketId: 'ticket-1',
    codeHash: createHash('sha256').update(code).digest('hex'),
    expiresAtMs: Date.parse(clock.now()) + INVITATION_SECONDS * 1_000,
    used: false,
    view: { kind: 'relative', inviter: { role: 'assistant', name: 'Awa Diallo' }, siteName: 'Pharmacie' },
  });
  const entered = await enterAsGuest(page(by), { code, name: 'Ana', page: 'p1' });
  if (!entered.ok) throw new Error(entered.failure.code);
  return entered.value;
};
beforeEach(async () => {
  clock = createFakeClock();
  rig = await createGatewayRig({ relay }, clock);
  browser = openCookieBrowser();
  session = await enter(GUEST, browser);
});
afterEach(() => rig.close());

describe('the statement of a guest', () => {
  const codeOf = async (by: CookieBrowser) => {
    const stated = await askGuestStatement(page(by))((await createSigningKey()).publicKey);
    return stated.ok ? 'stated' : stated.failure.code;
  };

  it('binds the page’s key to the invitation that it came in with', async () => {
    const { publicKey } = await createSigningKey();
    const stated = await askGuestStatement(page())(publicKey);
    const keys = await readKeysOver(page())();
    if (!stated.ok || !keys.ok) throw new Error('not stated');
    expect(await openStatement(stated.value, keys.value)).toMatchObject({
      ok: true,
      value: {
        role: 'guest',
        site: SITE.id,
        cabin: SITE.cabinId,
        guest: GUEST,
        cnf: { jwk: publicKey },
      },
    });
  });

  it('is for nobody who did not come in with a link, from another place, or with a key that is none', async () => {
    expect(await codeOf(openCookieBrowser())).toBe('SESSION_EXPIRED');
    const ask = (headers: Record<string, string>, key: object) =>
      browser
        .request(`${rig.origin()}/guest/identity`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify({ key }),
        })
        .then(({ status }) => status);
    const { publicKey } = await createSigningKey();
    expect(await ask({ origin: 'https://elsewhere.example' }, publicKey)).toBe(403);
    expect(await ask({}, { ...publicKey, x: 'A'.repeat(43) })).toBe(400);
    expect(await ask({}, publicKey)).toBe(200);
  });

  it('is given no more once the guest is sent away', async () => {
    expect(await codeOf(browser)).toBe('stated');
    rig.gateway().endGuest(GUEST);
    expect(await codeOf(browser)).toBe('SESSION_EXPIRED');
  });
});

describe('a guest’s page that ends', () => {
  const away = (by: CookieBrowser, headers: Record<string, string> = {}, body: object = { page: 'p1' }) =>
    by
      .request(`${rig.origin()}/guest/away`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
      .then(({ status }) => status);

  it('says so with one request, which needs the cookie and this very place', async () => {
    expect(await away(browser)).toBe(204);
    expect(rig.departures).toEqual([{ guestId: GUEST, page: 'p1' }]);
    expect(await away(openCookieBrowser())).toBe(401);
    expect(await away(browser, { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await away(browser, {}, { page: 'no page' })).toBe(400);
    rig.gateway().endGuest(GUEST);
    expect(await away(browser)).toBe(401);
    expect(rig.departures).toHaveLength(1);
  });

  it('is missed by the broker when its connection ends without a word, and the cabin is told', async () => {
    const { guests } = await rig.cabin();
    const client = mqtt.connect(rig.brokerUrl(), {
      protocolVersion: 4,
      reconnectPeriod: 0,
      clientId: guestClientId(SITE.id, SITE.cabinId, GUEST, 'p1'),
      username: 'any',
      password: session.token,
      will: {
        topic: TOPICS.guestInbox(SITE.id, SITE.cabinId, GUEST),
        payload: Buffer.from(JSON.stringify({ type: 'lost', page: 'p1' })),
        qos: 1,
        retain: false,
      },
    });
    await new Promise((resolve) => client.once('connect', resolve));
    client.stream.destroy();
    const { guestId, message } = await guests.next(({ message: { type } }) => type === 'lost');
    expect([guestId, message]).toEqual([GUEST, { type: 'lost', page: 'p1' }]);
    client.end(true);
  });
});

describe('the relay for a guest', () => {
  const userOf = ([server]: readonly IceServer[]): string => {
    const { username = '', credential } = server ?? { urls: [] };
    expect(credential).toBe(createHmac('sha1', relay.secret).update(username).digest('base64'));
    return username;
  };
  const keep = () =>
    keepGuestAccess({
      fetch: page(),
      origin: rig.origin(),
      config: { brokerPath: '/mqtt' },
      session,
      page: 'p1',
      clock,
    });

  it('is of one invitation, for an hour from now, and names nobody', async () => {
    const user = userOf(session.iceServers);
    expect(user).toBe(`${Math.floor(Date.parse(clock.now()) / 1_000) + 3_600}:guest.${GUEST}`);
    const other = await enter('guest-0002', openCookieBrowser());
    expect(userOf(other.iceServers)).not.toBe(user);
  });

  it('is renewed well before it ends, for calls under way too', async () => {
    const way = keep();
    const told = new Promise<readonly IceServer[]>((resolve) => way.onIceServers(resolve));
    await clock.advance(session.expiresIn * 1_000 * (2 / 3));
    const before = userOf(session.iceServers);
    expect(Number(userOf(await told).split(':')[0])).toBe(Number(before.split(':')[0]) + 600);
    expect(way.iceServers()).toEqual(await told);
    way.close();
  });

  it('is asked for at once when the relay refuses, and once only meanwhile', async () => {
    const way = keep();
    let renewals = 0;
    const told = new Promise<void>((resolve) =>
      way.onIceServers(() => {
        renewals += 1;
        resolve();
      }),
    );
    await clock.advance(5_000);
    for (let time = 0; time < 5; time += 1) way.renewIce();
    await told;
    expect(userOf(way.iceServers())).not.toBe(userOf(session.iceServers));
    await renewGuest(page(), 'p1');
    expect(renewals).toBe(1);
    way.close();
  });

  it('is refused to a guest who was sent away, and says so', async () => {
    rig.gateway().endGuest(GUEST);
    expect(await renewGuest(page(), 'p1')).toMatchObject({ ok: false, failure: { code: 'SESSION_EXPIRED' } });
  });
});
