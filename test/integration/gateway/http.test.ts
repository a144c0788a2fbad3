import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gatewayConfigSchema } from '#core/contract/signalling.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { createGateway } from '#gateway/create-gateway.ts';
import { createGatewayRig, type GatewayRig } from '#test/harness/gateway-rig.ts';

let rig: GatewayRig;
let clock: FakeClock;
beforeEach(async () => {
  clock = createFakeClock();
  rig = await createGatewayRig({}, clock);
});
afterEach(() => rig.close());

const url = (path: string): string => `http://${rig.address()}${path}`;
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

  it('sends it compressed to who takes that, and says so', async () => {
    const asked = (encoding: string) => fetch(url('/'), { headers: { 'accept-encoding': encoding } });
    const [small, plain] = [await asked('gzip'), await asked('identity')];
    expect(['content-encoding', 'vary'].map((name) => small.headers.get(name))).toEqual([
      'gzip',
      'accept-encoding',
    ]);
    expect([plain.headers.get('content-encoding'), plain.headers.get('vary')]).toEqual([
      null,
      'accept-encoding',
    ]);
    expect(await small.text()).toBe(await plain.text());
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
    expect(config.signIn).toBe('demonstration');
    expect(await (await fetch(url('/health'))).json()).toMatchObject({ status: 'ok', clients: 0 });
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
