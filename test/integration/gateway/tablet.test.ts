import { X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { TABLET_PATH, type TabletFromHost } from '#core/contract/tablet.ts';
import { systemClock } from '#gateway/client/system-clock.ts';
import { openTablets, type Tablets } from '#gateway/tablet/open-tablets.ts';

let folder: string;
let tablets: Tablets;
let authority: string;
const told: TabletFromHost[] = [];
const boardNow = () => {
  const last = told.findLast(({ type }) => type === 'tablet-board');
  return last?.type === 'tablet-board' && last.board.state === 'on' ? last.board : undefined;
};

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Over TLS that must hold, by the authority alone; `plain` in the clear. */
const get = (path: string, { plain = false, host = '', method = 'GET' } = {}): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: plain ? tablets.plainPort : tablets.port,
      path,
      method,
      // A browser would have left before: its certificate is not that of the other name.
      ...(host === '' ? {} : { headers: { host }, checkServerIdentity: () => undefined }),
    };
    const asked = plain ? plainRequest(options) : request({ ...options, ca: authority });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.end();
  });

/** What becomes of a WebSocket from a page of this origin: `open`, or the status that refuses it. */
const knock = (path: string, origin: string | undefined): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`wss://127.0.0.1:${tablets.port}${path}`, {
      ca: authority,
      ...(origin === undefined ? {} : { origin }),
    });
    socket.once('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.once('unexpected-response', (asked, { statusCode }) => {
      asked.destroy();
      resolve(String(statusCode));
    });
    socket.on('error', () => undefined);
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-tablet-'));
  const webRoot = join(folder, 'web');
  await mkdir(join(webRoot, 'assets'), { recursive: true });
  for (const name of ['tablet.html', 'physician.html', 'assets/a.js'])
    await writeFile(join(webRoot, name), name);
  const opened = await openTablets({
    settings: { port: 0, plainPort: 0, days: 30, folder: join(folder, 'own'), siteName: 'Mairie <1>' },
    webRoot,
    clock: systemClock,
    tell: (message) => told.push(message),
  });
  if (!opened.ok) throw new Error(opened.failure.code);
  tablets = opened.value;
  const { body } = await get('/cabine.crt', { plain: true });
  authority = new X509Certificate(body).toString();
});
afterAll(async () => {
  await tablets.close();
  await rm(folder, { recursive: true, force: true });
});

it('serves the tablet’s page and its files over TLS that holds, and no other page', async () => {
  const page = await get('/');
  expect([page.status, String(page.body)]).toEqual([200, 'tablet.html']);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.headers['cache-control']).toBe('no-store');
  expect((await get('/assets/a.js')).status).toBe(200);
  for (const path of ['/physician.html', '/physician', '/assets/../physician.html', '/config', '/keys'])
    expect((await get(path)).status, path).toBe(404);
  expect((await get('/', { method: 'POST' })).status).toBe(405);
});

it('answers to this machine’s own names alone', async () => {
  expect((await get('/', { host: 'banque.example.fr' })).status).toBe(421);
  expect((await get('/', { host: 'banque.example.fr', plain: true })).status).toBe(421);
});

it('gives the authority in the clear, with its fingerprint, and nothing else', async () => {
  const page = await get('/', { plain: true });
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  const fingerprint = boardNow()?.fingerprint ?? '';
  expect(String(page.body).replaceAll(/\s/g, '')).toContain(fingerprint.toUpperCase());
  expect(String(page.body)).toContain('Mairie &lt;1&gt;');
  expect(page.headers['strict-transport-security']).toBeUndefined();
  const profile = await get('/cabine.mobileconfig', { plain: true });
  expect(profile.headers['content-type']).toBe('application/x-apple-aspen-config');
  expect(String(profile.body)).toContain('com.apple.security.root');
  for (const path of ['/tablet.html', '/assets/a.js', '/authority.json'])
    expect((await get(path, { plain: true })).status, path).toBe(404);
});

it('takes a WebSocket of its own page alone', async () => {
  const own = `https://127.0.0.1:${tablets.port}`;
  expect(await knock(TABLET_PATH, own)).toBe('open');
  expect(await knock(TABLET_PATH, undefined)).toBe('403');
  expect(await knock(TABLET_PATH, 'https://banque.example.fr')).toBe('403');
  expect(await knock('/mqtt', own)).toBe('404');
});

it('says which port is taken', async () => {
  const again = await openTablets({
    settings: { port: tablets.port, days: 30, folder: join(folder, 'own'), siteName: 'Mairie' },
    webRoot: folder,
    clock: systemClock,
    tell: () => undefined,
  });
  expect(again.ok ? undefined : again.failure.code).toBe('GATEWAY_PORT_TAKEN');
});
