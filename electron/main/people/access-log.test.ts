import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { createAccessLog, LONGEST_LOG } from './access-log.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accesses-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const failures: unknown[] = [];
const logAt = (file: string) =>
  createAccessLog(file, { clock: createFakeClock(), onFailure: (error) => failures.push(error) });

it('keeps a line for each, in order, that only the cabin’s account can read', async () => {
  const file = join(folder, 'own', 'accesses.log');
  const log = logAt(file);
  log.note('Awa Diallo: on duty');
  log.note('Awa Diallo:\noff duty');
  await log.settled();
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => line.slice(line.indexOf(' ') + 1))).toEqual([
    'Awa Diallo: on duty',
    'Awa Diallo: off duty',
  ]);
  if (process.platform !== 'win32') expect((await stat(file)).mode & 0o077).toBe(0);
});

it('is put aside when it is long', async () => {
  const file = join(folder, 'accesses.log');
  await writeFile(file, 'x'.repeat(LONGEST_LOG + 1));
  const log = logAt(file);
  log.note('Awa Diallo: on duty');
  await log.settled();
  expect((await stat(file)).size).toBeLessThan(100);
  expect((await stat(`${file}.1`)).size).toBe(LONGEST_LOG + 1);
});

it('that cannot be written says so and stops nobody', async () => {
  await writeFile(join(folder, 'file'), '');
  const log = logAt(join(folder, 'file', 'accesses.log'));
  log.note('Awa Diallo: on duty');
  await log.settled();
  expect(failures).toHaveLength(1);
});
