import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatewayConfigSchema } from '#core/contract/signalling.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { ACCESS_CODE, createGatewayRig, type GatewayRig } from '#test/harness/gateway-rig.ts';

let rig: GatewayRig;
let clock: FakeClock;
beforeEach(async () => {
  clock = createFakeClock();
  rig = await createGatewayRig({}, clock);
});
afterEach(() => rig.close());

const url = (path: string): string => `http://${rig.address()}${path}`;
const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(url('/session'), { method: 'POST', headers, body });
const signIn = (accessCode: string, account = 'dr-benali') => post(JSON.stringify({ account, accessCode }));

/** `fetch` tidies paths up before it sends them. */
const rawStatus = (path: string, method = 'GET'): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const [host = '', port] = rig.address().split(':');
    httpRequest({ host, port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('the gateway over HTTP', () => {
  it('serves the page with a strict policy', async () => {
    const response = await fetch(url('/'));
    expect(await response.text()).toContain('Page');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`connect-src 'self' ws://${rig.address()}`);
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('answers HEAD without a body, and refuses other methods', async () => {
    const head = await fetch(url('/'), { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'POST']) expect(await rawStatus('/', method)).toBe(405);
  });

  it('serves nothing outside its folder', async () => {
    for (const path of ['/../../etc/passwd', '/..%2f..%2fetc%2fpasswd', '/%'])
      expect(await rawStatus(path)).toBe(404);
  });

  it('tells its configuration and its health', async () => {
    const config = gatewayConfigSchema.parse(await (await fetch(url('/config'))).json());
    expect(config.demoAccounts.map(({ account }) => account)).toEqual(['dr-benali', 'dr-lefevre']);
    expect(await (await fetch(url('/health'))).json()).toMatchObject({ status: 'ok', clients: 0 });
  });

  it('signs in with the right code only', async () => {
    expect(await (await signIn(ACCESS_CODE)).json()).toMatchObject({
      physicianId: 'dr-benali',
      physician: { name: 'Dr Karim Benali' },
    });
    for (const refused of [await signIn('000000'), await signIn(ACCESS_CODE, 'dr-nobody')]) {
      expect(refused.status).toBe(403);
      expect(await refused.json()).toEqual({ code: 'SIGN_IN_REFUSED' });
    }
  });

  it.each([
    ['not JSON', '{'],
    ['another shape', '{"account":"dr-benali"}'],
    ['more than asked', `{"account":"dr-benali","accessCode":"${ACCESS_CODE}","admin":true}`],
    ['too much', JSON.stringify({ account: 'dr-benali', accessCode: 'x'.repeat(10_000) })],
  ])('answers a body that is %s with a code and nothing else', async (_name, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ code: 'INVALID_MESSAGE' });
  });

  it('refuses a form, and a page of another origin', async () => {
    const body = JSON.stringify({ account: 'dr-benali', accessCode: ACCESS_CODE });
    expect((await post(body, { 'content-type': 'text/plain' })).status).toBe(400);
    const foreign = { 'content-type': 'application/json', origin: 'http://elsewhere.example' };
    expect((await post(body, foreign)).status).toBe(403);
  });

  it('slows down who guesses the code', async () => {
    const statuses = [];
    for (let attempt = 0; attempt < 11; attempt += 1) statuses.push((await signIn('000000')).status);
    expect(statuses.slice(-2)).toEqual([403, 429]);
    expect((await signIn(ACCESS_CODE)).status).toBe(429);
    await clock.advance(10_000);
    expect((await signIn(ACCESS_CODE)).status).toBe(200);
  });

  it('refuses every sign-in outside simulation', async () => {
    const real = await createGatewayRig({ simulation: false });
    const config = gatewayConfigSchema.parse(await (await fetch(`http://${real.address()}/config`)).json());
    expect(config.demoAccounts).toEqual([]);
    const response = await fetch(`http://${real.address()}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account: 'dr-benali', accessCode: ACCESS_CODE }),
    });
    expect(await response.json()).toEqual({ code: 'SIGN_IN_REFUSED' });
    await real.close();
  });

  it('says when its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expect(await createGateway({ ...rig.settings, port }, clock)).toMatchObject({
      ok: false,
      failure: { code: 'GATEWAY_PORT_TAKEN' },
    });
    await new Promise((resolve) => other.close(resolve));
  });
});
