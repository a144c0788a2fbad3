import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DRIVER_IDS } from '#core/contract/devices.ts';
import { type CaptureFile, parseCaptureFile } from './kit/capture-file.ts';
import { decodeCapture } from './kit/decode.ts';
import { DRIVERS } from './registry.ts';

/** What each capture file holds, in its order: the values of a valid reading, or the reason of an invalid one. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'contec-cms50/captures/finger-in.cap': [
    'sensor-off x60',
    'searching x90',
    '96 76 4.35 x90',
    '96 76 4.53 x240',
    '96 76 4.54 x31',
    'sensor-off x30',
  ],
  'and-tm2657/captures/measurement.cap': ['151 93 116 76 x1', '151 93 116 76 x1'],
  'and-tm2657/captures/errors.cap': [
    'device-error E44 x1',
    '143 89 111 76 irregular-pulse motion x1',
    'checksum x1',
  ],
  'tanita-scale/captures/weighing.cap': ['65.2 x1', 'checksum x1'],
};

const DRIVERS_FOLDER = join(import.meta.dirname, 'drivers');
const captures = DRIVER_IDS.flatMap((id) =>
  readdirSync(join(DRIVERS_FOLDER, id, 'captures')).map((name) => ({ id, path: `${id}/captures/${name}` })),
);

const read = (path: string): CaptureFile => {
  const parsed = parseCaptureFile(readFileSync(join(DRIVERS_FOLDER, path), 'utf8'));
  if (!parsed.ok) throw new Error(`${path}, line ${parsed.failure.line}: ${parsed.failure.message}`);
  return parsed.value;
};

test('every capture file is expected, and every expectation has its file', () => {
  expect(captures.map(({ path }) => path).sort()).toEqual(Object.keys(EXPECTED).sort());
});

test.each(captures)('$path says where it comes from and decodes as it should', ({ id, path }) => {
  const capture = read(path);
  expect(capture.provenance).toBeDefined();
  const lines = decodeCapture(DRIVERS[id], capture).flatMap((item) => {
    if (item.type !== 'reading') return [];
    const { reading } = item;
    const what =
      reading.status === 'valid'
        ? Object.values(reading.values).map(({ value }) => value)
        : [reading.reason, ...(reading.detail === undefined ? [] : [reading.detail])];
    return [[...what, ...reading.flags, `x${reading.frames}`].join(' ')];
  });
  expect(lines).toEqual(EXPECTED[path]);
});
