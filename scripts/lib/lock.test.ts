import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { withLock } from './lock.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cabine-lock-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('lets one in at a time and leaves nothing behind', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((settle) => setImmediate(settle));
    inside -= 1;
  };
  await Promise.all(Array.from({ length: 5 }, () => withLock(join(folder, 'lock'), work)));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

it('is free again after a failure', async () => {
  const lock = join(folder, 'lock');
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(lock, async () => 'in')).toBe('in');
});

it('passes over a holder that died', async () => {
  const lock = join(folder, 'lock');
  mkdirSync(lock);
  // Above the largest process number Linux gives (PID_MAX_LIMIT, 2^22).
  writeFileSync(join(lock, 'owner'), `gone ${2 ** 22 + 1}`);
  expect(await withLock(lock, async () => 'in')).toBe('in');
});
