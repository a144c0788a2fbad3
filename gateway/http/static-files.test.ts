import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStaticFile } from './static-files.ts';

let folder: string;
let root: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-static-'));
  root = join(folder, 'web');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'physician.html'), 'page');
  await writeFile(join(root, 'assets', 'app-1a2b.js'), 'code');
  await writeFile(join(root, 'notes.txt'), 'not served');
  await writeFile(join(root, 'assets', 'app-1a2b.js.map'), '{}');
  await writeFile(join(folder, 'secret.html'), 'secret');
  await writeFile(join(folder, 'web-other.html'), 'secret');
  await symlink(join(folder, 'secret.html'), join(root, 'link.html'));
});
afterAll(() => rm(folder, { recursive: true }));

const read = async (path: string) => (await readStaticFile(root, path))?.content.toString();

describe('files of the physician page', () => {
  it('serves the page at the root, and files below with their types', async () => {
    expect(await read('/')).toBe('page');
    expect(await readStaticFile(root, '/assets/app-1a2b.js')).toMatchObject({
      type: 'text/javascript; charset=utf-8',
      immutable: true,
    });
  });

  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/..%2f..%2fsecret.html',
    '/..\\secret.html',
    '/../web-other.html',
    '/link.html',
    '/notes.txt',
    '/assets/app-1a2b.js.map',
    '/assets',
    '/%',
    '/physician.html%00.js',
    '//etc/passwd',
    '/missing.html',
  ])('refuses %s', async (path) => {
    expect(await read(path)).toBeUndefined();
  });
});
