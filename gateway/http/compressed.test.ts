import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createCompressor } from './compressed.ts';
import type { StaticFile } from './static-files.ts';

const SCRIPT: StaticFile = {
  path: '/web/assets/app-1a2b.js',
  content: Buffer.from('export const measure = 1;\n'.repeat(200)),
  type: 'text/javascript; charset=utf-8',
  immutable: true,
};
const asking = (encodings: string | undefined): IncomingMessage => {
  const request = new IncomingMessage(new Socket());
  if (encodings !== undefined) request.headers['accept-encoding'] = encodings;
  return request;
};
const compressed = createCompressor();

it.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
] as const)('gives what a browser that takes %s can read, and less of it', async (taken, encoding, undo) => {
  const given = await compressed(asking(taken), SCRIPT);
  expect(given.encoding).toBe(encoding);
  expect(given.content.length).toBeLessThan(SCRIPT.content.length / 5);
  expect(undo(given.content).equals(SCRIPT.content)).toBe(true);
});

it.each([undefined, 'identity', 'zstd', 'br;q=0, gzip;q=0'])(
  'gives all as it is to who takes %s',
  async (taken) => {
    expect(await compressed(asking(taken), SCRIPT)).toEqual({ content: SCRIPT.content, encoding: undefined });
  },
);

it('leaves pictures as they are, and compresses a file once only', async () => {
  const picture = { ...SCRIPT, type: 'image/webp' };
  expect((await compressed(asking('br'), picture)).encoding).toBeUndefined();
  const [one, other] = [await compressed(asking('br'), SCRIPT), await compressed(asking('br'), SCRIPT)];
  expect(one.content).toBe(other.content);
});

it('takes a page anew each time: it may have changed below its name', async () => {
  const page: StaticFile = { ...SCRIPT, path: '/web/physician.html', immutable: false };
  await compressed(asking('gzip'), page);
  const later = await compressed(asking('gzip'), { ...page, content: Buffer.from('another') });
  expect(gunzipSync(later.content).toString()).toBe('another');
});
