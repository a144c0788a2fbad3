import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeBundle } from './write-bundle.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-handover-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('leaves one whole file, for the eyes of its owner', async () => {
  const target = join(folder, 'new', 'deep');
  expect(await writeBundle(target, 'visit', { resourceType: 'Bundle' })).toEqual({
    ok: true,
    value: join(target, 'visit.json'),
  });
  expect(await readdir(target)).toEqual(['visit.json']);
  expect(JSON.parse(await readFile(join(target, 'visit.json'), 'utf8'))).toEqual({ resourceType: 'Bundle' });
  if (process.platform !== 'win32') {
    expect((await stat(join(target, 'visit.json'))).mode & 0o077).toBe(0);
  }
});

it('says so when the folder cannot be had, and leaves nothing', async () => {
  const blocked = join(folder, 'file');
  await writeFile(blocked, '');
  expect(await writeBundle(blocked, 'visit', {})).toMatchObject({
    ok: false,
    failure: { code: 'HANDOVER_FAILED' },
  });
});
