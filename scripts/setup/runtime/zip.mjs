import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

// Record layouts: PKWARE APPNOTE.TXT 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (its end).
const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const endSize = 22;
const centralSize = 46;
const localSize = 30;
const longestComment = 65_535;
const deflated = 8;

/**
 * @typedef {object} ZipEntry
 * @property {string} name path inside the archive, `/` at its end for a folder
 * @property {number} mode permission bits
 * @property {number} method 0 stored, 8 deflated
 * @property {number} packedSize bytes
 * @property {number} size bytes
 * @property {number} offset of its local header
 */

/**
 * The list of an archive's entries. Archives above 4 GB (zip64) are not read.
 * @param {string} file
 * @returns {Promise<ZipEntry[]>}
 */
const readZipEntries = async (file) => {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, endSize + longestComment));
    await handle.read(tail, 0, tail.length, size - tail.length);
    let end = tail.length - endSize;
    while (end >= 0 && tail.readUInt32LE(end) !== endSignature) end -= 1;
    if (end < 0) throw new Error(`${file} is not a zip archive`);
    const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
    await handle.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
    return parseDirectory(directory, tail.readUInt16LE(end + 10));
  } finally {
    await handle.close();
  }
};

/** @param {Buffer} directory @param {number} count @returns {ZipEntry[]} */
const parseDirectory = (directory, count) => {
  /** @type {ZipEntry[]} */
  const entries = [];
  let at = 0;
  while (entries.length < count) {
    if (directory.readUInt32LE(at) !== centralSignature) throw new Error('damaged zip directory');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + centralSize, at + centralSize + nameLength),
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    });
    at += centralSize + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
};

/**
 * Unpacks an archive.
 * @param {string} file
 * @param {string} folder
 * @param {(name: string) => string | undefined} place where an entry goes, relative to the folder; undefined leaves it out
 * @param {(done: number, total: number) => void} [onProgress] in bytes
 */
export const unpackZip = async (file, folder, place, onProgress) => {
  const wanted = (await readZipEntries(file)).flatMap((entry) => {
    const target = entry.name.endsWith('/') ? undefined : place(entry.name);
    return target === undefined ? [] : [{ ...entry, target: resolve(folder, target) }];
  });
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  let done = 0;
  for (const entry of wanted) {
    if (!entry.target.startsWith(resolve(folder) + sep))
      throw new Error(`${entry.name} leads outside the folder`);
    await mkdir(dirname(entry.target), { recursive: true });
    await unpackEntry(file, entry);
    done += entry.size;
    onProgress?.(done, total);
  }
};

/** @param {string} file @param {ZipEntry & { target: string }} entry */
const unpackEntry = async (file, { offset, packedSize, method, mode, target }) => {
  const header = Buffer.alloc(localSize);
  const handle = await open(file);
  await handle.read(header, 0, localSize, offset).finally(() => handle.close());
  const start = offset + localSize + header.readUInt16LE(26) + header.readUInt16LE(28);
  const output = createWriteStream(target, { mode: mode === 0 ? 0o644 : mode });
  if (packedSize === 0) {
    await new Promise((settle) => output.end(settle));
    return;
  }
  const packed = createReadStream(file, { start, end: start + packedSize - 1 });
  if (method === deflated) await pipeline(packed, createInflateRaw(), output);
  else await pipeline(packed, output);
};
