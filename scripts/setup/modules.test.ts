import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isLink } from './modules.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-modules-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('tells packages that are borrowed from another folder, also one that is gone, from our own', async () => {
  const [own, lent, borrowed, lost] = ['own', 'lent', 'borrowed', 'lost'].map((name) => join(folder, name));
  if (!own || !lent || !borrowed || !lost) throw new Error('four paths');
  await mkdir(own);
  await mkdir(lent);
  await symlink(lent, borrowed, 'junction');
  await symlink(join(folder, 'nowhere'), lost, 'junction');
  expect([own, borrowed, lost, join(folder, 'missing')].map(isLink)).toEqual([false, true, true, false]);
});
