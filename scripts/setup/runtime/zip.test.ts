import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { unpackZip } from './zip.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cabine-zip-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Entry {
  readonly name: string;
  readonly content: Buffer;
  readonly mode: number;
  readonly deflate: boolean;
}

/** An archive as PKWARE's APPNOTE.TXT 4.3 lays it out. */
const zipOf = (entries: readonly Entry[]): Buffer => {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, content, mode, deflate } of entries) {
    const packed = deflate ? deflateRawSync(content) : content;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(deflate ? 8 : 0, 8);
    local.writeUInt16LE(name.length, 26);
    // An extra field that only the local header has.
    local.writeUInt16LE(4, 28);
    const written = Buffer.concat([local, Buffer.from(name), Buffer.alloc(4), packed]);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(deflate ? 8 : 0, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    locals.push(written);
    centrals.push(Buffer.concat([central, Buffer.from(name)]));
    offset += written.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
};

const archive = (...entries: Entry[]): string => {
  const file = join(folder, 'a.zip');
  writeFileSync(file, zipOf(entries));
  return file;
};

it('unpacks deflated and stored files with their permissions, where told', async () => {
  const long = Buffer.from('cabine '.repeat(1_000));
  const file = archive(
    { name: 'top/', content: Buffer.alloc(0), mode: 0o755, deflate: false },
    { name: 'top/run', content: long, mode: 0o755, deflate: true },
    { name: 'top/deep/note', content: Buffer.from('é'), mode: 0o644, deflate: false },
    { name: 'top/empty', content: Buffer.alloc(0), mode: 0o644, deflate: false },
    { name: 'left-out', content: long, mode: 0o644, deflate: true },
  );
  const out = join(folder, 'out');
  const progress: string[] = [];
  await unpackZip(
    file,
    out,
    (name) => (name.startsWith('top/') ? name.slice('top/'.length) : undefined),
    (done, total) => progress.push(`${done}/${total}`),
  );
  expect(readFileSync(join(out, 'run'))).toEqual(long);
  expect(readFileSync(join(out, 'deep', 'note'), 'utf8')).toBe('é');
  expect(readFileSync(join(out, 'empty'))).toHaveLength(0);
  expect(progress.at(-1)).toBe('7002/7002');
  if (process.platform !== 'win32') expect(statSync(join(out, 'run')).mode & 0o777).toBe(0o755);
});

it('refuses an entry that leads outside', async () => {
  const file = archive({ name: '../outside', content: Buffer.from('x'), mode: 0o644, deflate: false });
  await expect(unpackZip(file, join(folder, 'out'), (name) => name)).rejects.toThrow('outside');
});

it('refuses what is no archive', async () => {
  const file = join(folder, 'b.zip');
  writeFileSync(file, 'not an archive, but longer than the shortest one');
  await expect(unpackZip(file, folder, (name) => name)).rejects.toThrow('not a zip archive');
});
