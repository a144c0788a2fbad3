import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { DEMO_WORDS } from '#gateway/demo-identity/words.ts';
import { ACCESS_CODE, createGatewayRig, type GatewayRig, until } from '#test/harness/gateway-rig.ts';
import {
  askToken,
  type CookieBrowser,
  openCookieBrowser,
  pageFetch,
  typeDemoCode,
} from '#test/harness/sign-in.ts';

let rig: GatewayRig;
let clock: FakeClock;
let browser: CookieBrowser;
beforeEach(async () => {
  clock = createFakeClock();
  rig = await createGatewayRig({}, clock);
  browser = openCookieBrowser();
});
afterEach(() => rig.close());

const failed = (code: string): string => `${rig.origin()}/?lang=fr&failed=${code}`;
const location = (response: Response): string =>
  new URL(response.headers.get('location') ?? '', rig.origin()).href;
const attemptCookie = (): string => `cabine-sign-in-${rig.gateway().port}`;
const sessionCookie = (): string => `cabine-session-${rig.gateway().port}`;

/** Signs in as far as the way back, which is not taken. */
const wayBack = async (account = 'dr-benali', change = (url: string): string => url): Promise<string> => {
  const begun = await browser.request(`${rig.origin()}/sign-in`);
  const login = await browser.follow(change(location(begun)));
  let response = await browser.request(login.url, {
    method: 'POST',
    body: new URLSearchParams({ answer: 'sign-in', account, code: ACCESS_CODE }),
  });
  while (!location(response).includes('/sign-in/callback?'))
    response = await browser.request(location(response));
  return location(response);
};
const renew = (page = 'page1') =>
  pageFetch(browser, rig.origin())('/session/renew', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ page }),
  });

describe('signing in through the identity provider', () => {
  it('brings the physician back to the page, which then has a short token', async () => {
    const { url } = await typeDemoCode(browser, rig.origin(), 'dr-benali', ACCESS_CODE);
    expect(url).toBe(`${rig.origin()}/?lang=fr`);
    expect(await askToken(browser, rig.origin())).toMatchObject({
      expiresIn: 900,
      physicianId: 'dr-benali',
      physician: {
        name: 'Dr Karim Benali',
        specialty: 'Médecine générale',
        rpps: '00000000017',
        place: 'Le Mans',
      },
    });
  });

  it('asks for state, nonce and PKCE, and sends neither verifier nor secret nor token through the browser', async () => {
    const begun = await browser.request(`${rig.origin()}/sign-in?lang=en`);
    const asked = new URL(location(begun)).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      scope: 'openid scope_all',
      acr_values: 'eidas1',
      code_challenge_method: 'S256',
      redirect_uri: `${rig.origin()}/sign-in/callback`,
      ui_locales: 'en',
    });
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name)?.length, name).toBeGreaterThan(40);
    for (const name of ['code_verifier', 'client_secret']) expect(asked.has(name)).toBe(false);
    expect(begun.headers.get('referrer-policy')).toBe('no-referrer');
    const back = await browser.request(await wayBack());
    expect(location(back)).toBe(`${rig.origin()}/?lang=fr`);
    expect(back.headers.get('cache-control')).toBe('no-store');
  });

  it('knows nobody from before: another physician may sign in with the same browser', async () => {
    for (const account of ['dr-benali', 'dr-lefevre', 'dr-benali']) {
      await typeDemoCode(browser, rig.origin(), account, ACCESS_CODE);
      expect(await askToken(browser, rig.origin())).toMatchObject({ physicianId: account });
    }
  });

  it('comes back in the language it began in', async () => {
    const login = await browser.follow(`${rig.origin()}/sign-in?lang=en`);
    expect(await login.response.text()).toContain(DEMO_WORDS.en.lead);
    const back = await browser.follow(login.url, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'sign-in', account: 'dr-lefevre', code: ACCESS_CODE }),
    });
    expect(back.url).toBe(`${rig.origin()}/?lang=en`);
  });

  it('guards its cookies from scripts and from other sites', async () => {
    const begun = await browser.request(`${rig.origin()}/sign-in`);
    expect(begun.headers.getSetCookie()).toEqual([
      `${attemptCookie()}=${browser.cookies.get(attemptCookie())}; Path=/; HttpOnly; SameSite=Lax; Max-Age=600`,
    ]);
    const back = await browser.request(await wayBack());
    expect(back.headers.getSetCookie()).toEqual([
      `${attemptCookie()}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`,
      `${sessionCookie()}=${browser.cookies.get(sessionCookie())}; Path=/; HttpOnly; SameSite=Strict; Max-Age=43200`,
    ]);
  });

  it('sends a page at 127.0.0.1 to the address that cookies come back to, and nobody anywhere else', async () => {
    const local = await browser.request(`http://${rig.address()}/sign-in?lang=en`);
    expect(local.headers.get('location')).toBe(`${rig.origin()}/sign-in?lang=en`);
    for (const query of ['?next=//evil.example', '?lang=//evil.example', '?return_to=https://evil.example']) {
      const begun = await browser.request(`${rig.origin()}/sign-in${query}`);
      expect(new URL(location(begun)).origin).toBe(rig.origin());
      expect(location(begun)).not.toContain('evil');
    }
  });
});

describe('a way back that is not right', () => {
  it.each([
    ['a forged state', (url: string) => url.replace(/state=[^&]+/, 'state=forged'), 'SIGN_IN_MISMATCH'],
    ['no state', (url: string) => url.replace(/&state=[^&]+/, ''), 'SIGN_IN_MISMATCH'],
    ['a forged code', (url: string) => url.replace(/code=[^&]+/, 'code=forged'), 'SIGN_IN_EXPIRED'],
    [
      'another issuer',
      (url: string) => url.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'),
      'SIGN_IN_REFUSED',
    ],
  ])('with %s opens no session', async (_what, forge, code) => {
    const back = await browser.request(forge(await wayBack()));
    expect(location(back)).toBe(failed(code));
    expect((await renew()).status).toBe(204);
  });

  it('is good once: a replayed code finds nothing', async () => {
    const url = await wayBack();
    expect(location(await browser.request(url))).toBe(`${rig.origin()}/?lang=fr`);
    expect(location(await browser.request(url))).toBe(failed('SIGN_IN_EXPIRED'));
  });

  it('does not spoil the right one that follows', async () => {
    const url = await wayBack();
    await browser.request(url.replace(/state=[^&]+/, 'state=forged'));
    expect(location(await browser.request(url))).toBe(`${rig.origin()}/?lang=fr`);
  });

  it('is refused in another browser', async () => {
    const url = await wayBack();
    expect(location(await openCookieBrowser().request(url))).toBe(failed('SIGN_IN_EXPIRED'));
  });

  it('is refused with a code that was meant for another sign-in', async () => {
    const stolen = new URL(await wayBack()).searchParams.get('code') ?? '';
    const mine = new URL(await wayBack('dr-lefevre'));
    mine.searchParams.set('code', stolen);
    expect(location(await browser.request(mine.href))).toBe(failed('SIGN_IN_EXPIRED'));
    expect((await renew()).status).toBe(204);
  });

  it('is refused with the nonce of another sign-in', async () => {
    const url = await wayBack('dr-benali', (asked) => asked.replace(/nonce=[^&]+/, 'nonce=another'));
    expect(location(await browser.request(url))).toBe(failed('SIGN_IN_MISMATCH'));
  });

  it('is refused by the provider without PKCE', async () => {
    const begun = await browser.request(`${rig.origin()}/sign-in`);
    const asked = new URL(location(begun));
    asked.searchParams.delete('code_challenge');
    asked.searchParams.delete('code_challenge_method');
    expect((await browser.follow(asked.href)).url).toBe(failed('SIGN_IN_REFUSED'));
  });

  it('is refused after ten minutes', async () => {
    const url = await wayBack();
    await clock.advance(600_000);
    expect(location(await browser.request(url))).toBe(failed('SIGN_IN_EXPIRED'));
  });

  it('says that the person gave up', async () => {
    const login = await browser.follow(`${rig.origin()}/sign-in`);
    const back = await browser.follow(login.url, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'cancel', account: '', code: '' }),
    });
    expect(back.url).toBe(failed('SIGN_IN_CANCELLED'));
  });
});

describe('the provider of demonstration identities', () => {
  const type = (url: string, code: string) =>
    browser.request(url, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'sign-in', account: 'dr-benali', code }),
    });

  it('slows down who guesses the code', async () => {
    const { url } = await browser.follow(`${rig.origin()}/sign-in`);
    const statuses = [];
    for (let attempt = 0; attempt < 11; attempt += 1) statuses.push((await type(url, '000000')).status);
    expect(statuses.slice(-2)).toEqual([403, 429]);
    expect((await type(url, ACCESS_CODE)).status).toBe(429);
    await clock.advance(10_000);
    expect((await type(url, ACCESS_CODE)).status).toBe(303);
  });

  it('serves its page without scripts, and says when a sign-in is over', async () => {
    const login = await browser.follow(`${rig.origin()}/sign-in`);
    const policy = login.response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|unsafe/);
    expect(await (await openCookieBrowser().request(login.url)).text()).toContain(DEMO_WORDS.fr.gone);
  });

  it('does not exist outside simulation, where nobody can sign in until it is set up', async () => {
    await rig.close();
    rig = await createGatewayRig({ simulation: false }, clock);
    const { url } = await browser.follow(`${rig.origin()}/sign-in`);
    expect(url).toBe(failed('SIGN_IN_NOT_SET_UP'));
    for (const path of ['/demo-identity/auth', '/demo-identity/.well-known/openid-configuration'])
      expect((await browser.request(`${rig.origin()}${path}`)).status).toBe(404);
  });
});

describe('how often', () => {
  it('limits sign-ins of one address, and tells the person', async () => {
    const ends = [];
    for (let attempt = 0; attempt < 21; attempt += 1)
      ends.push(location(await browser.request(`${rig.origin()}/sign-in`)));
    expect(ends.filter((end) => end === failed('SIGN_IN_TOO_MANY'))).toHaveLength(1);
    await clock.advance(5_000);
    expect(location(await browser.request(`${rig.origin()}/sign-in`))).not.toContain('failed');
  });
});

describe('a session', () => {
  beforeEach(async () => {
    browser = await rig.signedIn('dr-benali');
  });

  it('is renewed for a page of this gateway only, and for a day', async () => {
    const foreign = await pageFetch(browser, rig.origin())('/session/renew', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://elsewhere.example' },
      body: '{"page":"page1"}',
    });
    expect(foreign.status).toBe(403);
    expect((await renew('not a page!')).status).toBe(400);
    await clock.advance(12 * 3_600_000 - 1_000);
    expect((await renew()).status).toBe(200);
    await clock.advance(1_000);
    const over = await renew();
    expect([over.status, await over.json()]).toEqual([401, { code: 'SESSION_EXPIRED' }]);
    expect(browser.cookies.has(sessionCookie())).toBe(false);
  });

  it('cannot be forged', async () => {
    const cookie = browser.cookies.get(sessionCookie()) ?? '';
    for (const forged of [
      `${cookie.slice(0, -4)}AAAA`,
      'nonsense',
      (await askToken(browser, rig.origin())).token,
    ]) {
      browser.cookies.set(sessionCookie(), forged);
      expect((await renew()).status).toBe(401);
    }
  });

  it('holds over a restart of the gateway', async () => {
    await rig.restart();
    expect(await askToken(browser, rig.origin())).toMatchObject({ physicianId: 'dr-benali' });
  });

  it('renews the token of a page without a break in its connection', async () => {
    const desk = await rig.deskOf(browser);
    const states: string[] = [];
    desk.store.subscribe(({ connection }) => states.push(connection.state));
    for (let minutes = 0; minutes < 60; minutes += 10) {
      await clock.advance(600_000);
      // The page asks by itself at that moment; a second asking is answered after it.
      await askToken(browser, rig.origin(), 'another');
    }
    expect(
      [...states, desk.store.getState().connection.state].filter((state) => state !== 'connected'),
    ).toEqual([]);
  });

  it('gives a page whose token expired while it slept another one', async () => {
    const desk = await rig.deskOf(browser);
    await clock.advance(3_600_000);
    await until(desk.store, ({ connection }) => connection.state === 'lost');
    await until(desk.store, ({ connection }) => connection.state === 'connected');
  });

  it('ends when the physician signs out: cookie, tokens and connections', async () => {
    const desk = await rig.deskOf(browser);
    const { cookies } = browser;
    const kept = cookies.get(sessionCookie()) ?? '';
    const { token } = await askToken(browser, rig.origin());
    const foreign = await pageFetch(browser, rig.origin())('/sign-out', {
      method: 'POST',
      headers: { origin: 'http://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
    const out = await pageFetch(browser, rig.origin())('/sign-out', { method: 'POST' });
    expect([out.status, await out.json()]).toEqual([200, {}]);
    expect(cookies.has(sessionCookie())).toBe(false);
    await until(desk.store, ({ connection }) => connection.state === 'expired');
    cookies.set(sessionCookie(), kept);
    expect((await renew()).status).toBe(401);
    const statement = await fetch(`${rig.origin()}/identity`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(statement.status).toBe(401);
  });

  it('is one for all pages of a browser: the newest works, the older says so', async () => {
    const older = await rig.deskOf(browser, 'older');
    const newer = await rig.deskOf(browser, 'newer');
    await until(older.store, ({ connection }) => connection.state === 'replaced');
    expect(newer.store.getState().connection.state).toBe('connected');
    await renew('newer');
    expect(older.store.getState().connection.state).toBe('replaced');
  });
});
