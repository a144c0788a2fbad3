import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeClock } from '#devices/kit/fake-clock.ts';
import { openRememberedMarks } from './remembered-marks.ts';

let folder: string;
let path: string;
let said: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cabine-marks-'));
  path = join(folder, 'bindings.json');
  said = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = () => openRememberedMarks({ path, clock: createFakeClock(), say: (line) => said.push(line) });

describe('what was remembered of a device', () => {
  it('is there at the next start, and nothing else is left in the folder', async () => {
    const marks = await open();
    marks.remember('cuff', { serialNumber: '0417' });
    marks.remember('scale', { topology: '1-4.2' });
    marks.remember('cuff', { serialNumber: '0418', topology: '1-1' });
    await marks.settled();
    const next = await open();
    expect(next.of('cuff')).toEqual({ serialNumber: '0418', topology: '1-1' });
    expect(next.of('scale')).toEqual({ topology: '1-4.2' });
    expect(next.of('oximeter')).toBeUndefined();
    expect(await readdir(folder)).toEqual(['bindings.json']);
    expect(said).toEqual([]);
  });

  it('is kept aside and said when it is not understood, and written anew', async () => {
    for (const [index, text] of ['{"version":1,"dev', '{"version":2}', '[]'].entries()) {
      await writeFile(path, text);
      const marks = await open();
      expect(marks.of('cuff')).toBeUndefined();
      const aside = (await readdir(folder)).filter((name) => name.endsWith('.unreadable'));
      expect(aside).toHaveLength(1);
      expect(await readFile(join(folder, aside[0] ?? ''), 'utf8')).toBe(text);
      expect(said[index]).toContain('is not understood');
      marks.remember('cuff', { serialNumber: '1' });
      await marks.settled();
      expect((await open()).of('cuff')).toEqual({ serialNumber: '1' });
    }
  });

  it('that cannot be written is said, and works until the end', async () => {
    path = join(folder, 'no-such-folder', 'bindings.json');
    const marks = await open();
    marks.remember('cuff', { serialNumber: '1' });
    await marks.settled();
    expect(marks.of('cuff')).toEqual({ serialNumber: '1' });
    expect(said).toEqual([`${path}: cannot be written (ENOENT)`]);
  });

  it('is not written again when it is the same', async () => {
    const marks = await open();
    marks.remember('cuff', { serialNumber: '1' });
    await marks.settled();
    await rm(path);
    marks.remember('cuff', { serialNumber: '1' });
    await marks.settled();
    expect(await readdir(folder)).toEqual([]);
  });
});
