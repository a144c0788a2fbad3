import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { DriverId } from '#core/contract/devices.ts';
import { localDateTime } from '#core/time.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { fromHex, fromLatin1 } from '#devices/kit/bytes.ts';
import { DRIVERS } from '#devices/registry.ts';
import { TABLES } from './vectors/folders.ts';
import type { ExpectedReading, Row, Vector, VectorTable } from './vectors/row.ts';

/**
 * The published bytes of each device, read where they lie beside the project. Each vector has a row that says what it is and what
 * comes of it; a vector without a row, a row without a vector, or a folder without a table, fails.
 */
const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures');
const hasFixtures = existsSync(FIXTURES);

const entriesSchema = z.array(
  z.looseObject({
    name: z.string(),
    hex: z.string().optional(),
    text: z.string().optional(),
    publishedAs: z.string().optional(),
  }),
);

/** Several entries of one file may bear the same name: the second is called `name (2)`. */
const withOwnNames = (vectors: readonly Vector[]): Vector[] => {
  const seen = new Map<string, number>();
  return vectors.map((vector) => {
    const count = (seen.get(vector.name) ?? 0) + 1;
    seen.set(vector.name, count);
    return count === 1 ? vector : { ...vector, name: `${vector.name} (${count})` };
  });
};

const vectorsOf = (folder: string, table: VectorTable): Vector[] =>
  withOwnNames(
    readdirSync(join(FIXTURES, folder))
      .filter((file) => !file.endsWith('.md'))
      .flatMap((file): readonly Vector[] => {
        const content = readFileSync(join(FIXTURES, folder, file), 'utf8');
        if (file !== 'vectors.json')
          return table.vectorsIn?.(file, content) ?? [{ name: file, file, hex: content.trim() }];
        return entriesSchema
          .parse(JSON.parse(content))
          .map(({ name, hex, text, publishedAs }) => ({ name, file, hex, text: text ?? publishedAs }));
      }),
  );

const plainChunks = ({ hex, text }: Vector): readonly Uint8Array[] => [
  hex === undefined ? fromLatin1(text ?? '') : (fromHex(hex) ?? new Uint8Array()),
];

const decode = (driver: DriverId, chunks: readonly Uint8Array[]): DecodedReading[] => {
  const decoder = DRIVERS[driver].createDecoder();
  return [...chunks.flatMap((chunk) => decoder.push(chunk)), ...decoder.end()].flatMap((item) =>
    item.type === 'reading' ? [item.reading] : [],
  );
};

const numbersOf = (reading: DecodedReading | undefined): Record<string, number> =>
  reading?.status === 'valid'
    ? Object.fromEntries(Object.entries(reading.values).map(([key, quantity]) => [key, quantity.value]))
    : {};

const checkReadings = (expected: readonly ExpectedReading[], readings: readonly DecodedReading[]): void => {
  expect(readings.map(numbersOf)).toEqual(expected.map(({ values }) => values));
  for (const [index, { rest }] of expected.entries()) {
    expect(readings[index]).toMatchObject({ status: 'valid', ...rest });
  }
};

const check = (row: Exclude<Row, { as: 'not-covered' }>, readings: readonly DecodedReading[]): void => {
  switch (row.as) {
    case 'host-command':
    case 'no-reading':
      expect(readings).toEqual([]);
      return;
    case 'frame-error':
      expect(readings).toMatchObject([{ status: 'invalid', reason: row.reason }]);
      return;
    case 'readings':
      checkReadings(row.readings, readings);
      return;
    case 'reading':
      checkReadings([row], readings);
  }
};

if (!hasFixtures) process.stderr.write(`published vectors not found at ${FIXTURES}: nothing to walk\n`);

describe.skipIf(!hasFixtures)('published vectors', () => {
  test('every folder has a table, and every table its folder', () => {
    const folders = readdirSync(FIXTURES, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    );
    expect(Object.keys(TABLES).sort()).toEqual(folders.sort());
  });

  for (const [folder, table] of Object.entries(TABLES)) {
    const vectors = hasFixtures ? vectorsOf(folder, table) : [];
    const chunksOf = table.chunksOf ?? plainChunks;

    test(`${folder}: every vector has a row, and every row a vector`, () => {
      expect(vectors.map(({ name }) => name).sort()).toEqual(Object.keys(table.rows).sort());
    });

    for (const vector of vectors) {
      const row = table.rows[vector.name];
      const { driver } = table;
      if (row === undefined || row.as === 'not-covered') continue;
      test(`${folder}: ${vector.name}: ${row.as}`, () => {
        if (driver === undefined) throw new Error('a folder without driver has no row that is covered');
        const before = (row.after ?? []).map((name) => vectors.find((other) => other.name === name));
        const chunks = [...before, vector].flatMap((fed) => (fed === undefined ? [] : [...chunksOf(fed)]));
        check(row, decode(driver, chunks));
      });
    }
  }

  test("contec-cms50-9byte: the waveform agrees with the author's own decode of it", () => {
    const folder = join(FIXTURES, 'contec-cms50-9byte');
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8').trim();
    const decoder = DRIVERS['contec-cms50'].createDecoder();
    const bytes = fromHex(read('cms50e-live-hexdump.txt')) ?? new Uint8Array();
    const samples = [...decoder.push(bytes), ...decoder.end()].flatMap((item) =>
      item.type === 'wave' ? item.wave.samples : [],
    );
    // The author shifted the wire byte right without clearing bit 7.
    const published = read('cms50e-ppg-values.txt').split(/\s+/).map(Number);
    expect(samples).toHaveLength(102);
    expect(samples.map((sample) => (0x80 | (sample ?? 0)) >> 1)).toEqual(published.slice(0, 102));
  });

  test("omron-hem790it: the records of a trace are what the maker's program showed of it", () => {
    const read = (file: string): string => readFileSync(join(FIXTURES, 'omron-hem790it', file), 'utf8');
    const [trace = { name: '', file: '' }] =
      TABLES['omron-hem790it']?.vectorsIn?.('1_2_07_TwoReadings.txt', read('1_2_07_TwoReadings.txt')) ?? [];
    const readings = decode('omron-hem790it', TABLES['omron-hem790it']?.chunksOf?.(trace) ?? []);
    const shown = read('new2_BP_Report_042109.csv')
      .split(/\r?\n/)
      .flatMap((line) => {
        const [date = '', time = '', ...numbers] = line.split(',');
        const at = new Date(`${date} ${time}`);
        return Number.isNaN(at.getTime()) ? [] : [[localDateTime(at), ...numbers.slice(0, 3).map(Number)]];
      });
    expect(shown).toHaveLength(2);
    expect(readings.map((reading) => [reading.deviceTime, ...Object.values(numbersOf(reading))])).toEqual(
      shown,
    );
  });
});
