import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LINE_TEST, LINE_TEST_PATH } from '#core/call/line-test.ts';
import { failure } from '#core/contract/error-codes.ts';
import type { Clock } from '#core/time.ts';
import { createFakeClock, type FakeClock } from '#devices/kit/fake-clock.ts';
import { type LineFetch, measureLine } from '#gateway/client/line-test.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { createGatewayRig, type GatewayRig } from '#test/harness/gateway-rig.ts';

const BEHIND_PROXY = {
  publicUrl: 'https://cabine.example.fr',
  issuer: 'https://provider.example',
  clientId: 'cabine',
  clientSecret: { variable: 'NOT_ASKED' },
  scope: 'openid',
  acrValues: 'eidas1',
};
const noise = (bytes: number) => new Uint8Array(bytes);

describe('the line test of the gateway', () => {
  let rig: GatewayRig;
  let clock: FakeClock;
  beforeEach(async () => {
    clock = createFakeClock();
    rig = await createGatewayRig({}, clock);
  });
  afterEach(() => rig.close());
  const gateway = () => `http://${rig.address()}`;
  const ask = (query: string, init?: RequestInit) => fetch(`${gateway()}${LINE_TEST_PATH}${query}`, init);

  it('measures a real connection, over both ways, under a megabyte', async () => {
    let bytes = 0;
    const counted: LineFetch = async (url, init) => {
      const response = await fetch(url, init);
      bytes += Number(response.headers.get('content-length') ?? 0);
      bytes += init?.body instanceof Uint8Array ? init.body.length : 0;
      return response;
    };
    const measured = await measureLine({ fetch: counted, gateway: gateway(), clock: systemClock, noise });
    expect(measured).toMatchObject({ ok: true });
    if (!measured.ok) return;
    // The loopback of any machine, however busy.
    expect(measured.value.upBps).toBeGreaterThan(5_000_000);
    expect(measured.value.downBps).toBeGreaterThan(5_000_000);
    expect(bytes).toBeLessThan(1_000_000);
  });

  it('gives and takes no more than its bound, and nothing to a page of elsewhere', async () => {
    expect((await (await ask('?bytes=1000')).arrayBuffer()).byteLength).toBe(1_000);
    const taken = await ask('', { method: 'POST', body: noise(5_000) });
    expect(await taken.json()).toEqual({ bytes: 5_000 });
    const tooMuch = LINE_TEST.largestBytes + 1;
    expect((await ask(`?bytes=${tooMuch}`)).status).toBe(413);
    expect((await ask('', { method: 'POST', body: noise(tooMuch) })).status).toBe(413);
    for (const query of ['', '?bytes=-1', '?bytes=1e5', '?bytes=99999999'])
      expect((await ask(query)).status).toBe(400);
    expect((await ask('?bytes=0', { headers: { origin: 'https://elsewhere.example' } })).status).toBe(403);
  });

  it('refuses an address that asks without end, and lets it in again later', async () => {
    let refused = 0;
    for (let turn = 0; turn < 40; turn += 1) if ((await ask('?bytes=0')).status === 429) refused += 1;
    expect(refused).toBeGreaterThanOrEqual(10);
    const measured = await measureLine({ fetch, gateway: gateway(), clock: systemClock, noise });
    expect(measured).toEqual({ ok: false, failure: failure('GATEWAY_LOST', 'status 429') });
    await clock.advance(60_000);
    expect((await ask('?bytes=0')).status).toBe(200);
  });

  it('counts the person behind a proxy, not the proxy', async () => {
    const proxied = await createGatewayRig({ simulation: false, signIn: BEHIND_PROXY }, clock);
    const asked = async (forwarded: string): Promise<number> => {
      const url = `http://${proxied.address()}${LINE_TEST_PATH}?bytes=0`;
      return (await fetch(url, { headers: { 'x-forwarded-for': forwarded } })).status;
    };
    const everyone = Array.from({ length: 40 }, (_, index) => `192.0.2.${index}`);
    for (const address of everyone) expect(await asked(address)).toBe(200);
    const onePerson = [];
    for (const address of everyone) onePerson.push(await asked(`${address}, 198.51.100.7`));
    expect(onePerson).toContain(429);
    await proxied.close();
  });
});

/** A line of this rate each way, on a clock of its own. */
const thinLine = (bps: number, roundTripMs: number) => {
  let nowMs = 0;
  let bytes = 0;
  const deadlines: { readonly atMs: number; readonly action: () => void }[] = [];
  const pass = (ms: number) => {
    nowMs += ms;
    for (const { atMs, action } of deadlines.splice(0)) if (atMs <= nowMs) action();
  };
  const clock: Clock = {
    now: () => '2026-03-02T09:00:00.000+01:00',
    monotonic: () => nowMs,
    after: (delay, action) => {
      const deadline = { atMs: nowMs + delay, action };
      deadlines.push(deadline);
      return () => void deadlines.splice(deadlines.indexOf(deadline), 1);
    },
  };
  const line: LineFetch = async (url, init) => {
    const asked = Number(new URL(url).searchParams.get('bytes') ?? 0);
    const sent = init?.body instanceof Uint8Array ? init.body.length : 0;
    bytes += asked + sent;
    pass(roundTripMs + ((asked + sent) * 8_000) / bps);
    if (init?.signal?.aborted) throw new DOMException('late', 'AbortError');
    return new Response(new Uint8Array(asked));
  };
  return { clock, line, bytes: () => bytes, nowMs: () => nowMs };
};

describe('the line test on a poor line', () => {
  it.each([
    ['EDGE', 100_000, 500, 16_000, 6_000],
    ['3G', 384_000, 200, 150_000, 8_000],
    ['ADSL', 1_000_000, 50, 700_000, 10_000],
  ] as const)(
    'stops early on %s, within a tenth of its rate',
    async (_, bps, roundTripMs, mostBytes, mostMs) => {
      const { clock, line, bytes, nowMs } = thinLine(bps, roundTripMs);
      const measured = await measureLine({ fetch: line, gateway: 'https://g', clock, noise });
      if (!measured.ok) throw new Error(measured.failure.code);
      expect(measured.value.upBps / bps).toBeCloseTo(1, 1);
      expect(measured.value.downBps / bps).toBeCloseTo(1, 1);
      expect(bytes()).toBeLessThanOrEqual(mostBytes);
      expect(nowMs()).toBeLessThanOrEqual(mostMs);
    },
  );

  it('tells a line that bears hardly anything from none', async () => {
    const { clock, line } = thinLine(10_000, 800);
    const measured = await measureLine({ fetch: line, gateway: 'https://g', clock, noise });
    expect(measured.ok && measured.value.upBps).toBeLessThan(20_000);
    const dead: LineFetch = async () => {
      throw new TypeError('fetch failed');
    };
    expect(await measureLine({ fetch: dead, gateway: 'https://g', clock, noise })).toEqual({
      ok: false,
      failure: failure('GATEWAY_LOST', 'fetch failed'),
    });
  });
});
