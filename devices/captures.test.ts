import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DRIVER_IDS } from '#core/contract/devices.ts';
import { type CaptureFile, parseCaptureFile } from './kit/capture-file.ts';
import { decodeCapture } from './kit/decode.ts';
import { formatDecoded } from './kit/decoded-line.ts';
import { DRIVERS } from './registry.ts';

/** Beside each capture file stands what `decode` prints of it, one JSON object a line: a recording is a regression test. */
const DRIVERS_FOLDER = join(import.meta.dirname, 'drivers');
const folderOf = (id: string): string => join(DRIVERS_FOLDER, id, 'captures');

const captures = DRIVER_IDS.flatMap((id) =>
  readdirSync(folderOf(id)).flatMap((file) =>
    file.endsWith('.cap') ? [{ id, name: file.replace(/\.cap$/, '') }] : [],
  ),
);

const read = (path: string): CaptureFile => {
  const parsed = parseCaptureFile(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(`${path}, line ${parsed.failure.line}: ${parsed.failure.message}`);
  return parsed.value;
};

test.each(DRIVER_IDS)('%s has a capture file', (id) => {
  expect(captures.filter((capture) => capture.id === id)).not.toEqual([]);
});

test.each(DRIVER_IDS)('%s: every expectation has its capture file', (id) => {
  const expected = readdirSync(folderOf(id)).filter((file) => file.endsWith('.jsonl'));
  for (const file of expected) {
    expect(existsSync(join(folderOf(id), file.replace(/\.jsonl$/, '.cap')))).toBe(true);
  }
});

test.each(captures)('$id/$name says where it comes from and decodes as it should', ({ id, name }) => {
  const capture = read(join(folderOf(id), `${name}.cap`));
  expect(capture.provenance).toBeDefined();
  const lines = decodeCapture(DRIVERS[id], capture).flatMap((item) =>
    item.type === 'wave' ? [] : [formatDecoded(item)],
  );
  const expected = readFileSync(join(folderOf(id), `${name}.jsonl`), 'utf8').split('\n');
  expect(lines).toEqual(expected.filter((line) => line !== ''));
});
