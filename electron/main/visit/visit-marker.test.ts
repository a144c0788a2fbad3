import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openVisitMarker } from './visit-marker.ts';

const NOW = '2026-03-02T09:41:05.120+01:00';
let folder: string;
let path: string;
const said: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marker-'));
  path = join(folder, 'visit-going-on');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = () => openVisitMarker({ path, clock: { now: () => NOW }, say: (line) => said.push(line) });

it('a cabin that ended its visits has nothing to tell', async () => {
  const marker = await start();
  expect(marker.interruptedAt()).toBeUndefined();
  marker.visitBegan();
  marker.visitOver();
  await marker.settled();
  expect((await start()).interruptedAt()).toBeUndefined();
});

it('one that was cut off in a visit tells since when, until somebody has taken note', async () => {
  const before = await start();
  before.visitBegan();
  await before.settled();
  expect(await readFile(path, 'utf8')).toBe(NOW);
  if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);

  const after = await start();
  expect(after.interruptedAt()).toBe(NOW);
  after.acknowledge();
  expect(after.interruptedAt()).toBeUndefined();
  await after.settled();
  expect((await start()).interruptedAt()).toBeUndefined();
});

it('half a line of it is a visit all the same', async () => {
  await writeFile(path, '2026-0');
  expect((await start()).interruptedAt()).toBe(NOW);
});

it('a folder that cannot be written is said, and stops no visit', async () => {
  await writeFile(join(folder, 'file'), '');
  path = join(folder, 'file', 'visit-going-on');
  const marker = await start();
  marker.visitBegan();
  await marker.settled();
  expect(said.at(-1)).toContain('cannot be written');
});
