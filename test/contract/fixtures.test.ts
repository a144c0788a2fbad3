import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { DriverId } from '#core/contract/devices.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { fromHex, fromLatin1 } from '#devices/kit/bytes.ts';
import { DRIVERS } from '#devices/registry.ts';

/**
 * The published bytes of each device, read where they lie beside the project. Each vector has a row that says what it is and what
 * comes of it; a vector without a row, or a row without a vector, fails.
 */
const FIXTURES = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures');
const hasFixtures = existsSync(FIXTURES);

type Row =
  | {
      readonly as: 'reading';
      readonly values: Readonly<Record<string, number>>;
      readonly rest: Partial<DecodedReading>;
    }
  /** What a host sends: well formed, and never a reading. */
  | { readonly as: 'host-command' }
  /** An acknowledgement, or a line that measures nothing. */
  | { readonly as: 'no-reading' }
  | { readonly as: 'frame-error'; readonly reason: string }
  | { readonly as: 'not-covered'; readonly why: string };

interface Folder {
  readonly driver: DriverId;
  readonly rows: Readonly<Record<string, Row>>;
}

const weight = (kilograms: number, rest: Partial<DecodedReading>): Row => ({
  as: 'reading',
  values: { weight: kilograms },
  rest,
});

const FOLDERS: Readonly<Record<string, Folder>> = {
  'contec-cms50-9byte': {
    driver: 'contec-cms50',
    rows: {
      'cms50e-live-hexdump.txt': {
        as: 'reading',
        values: { spo2: 99, 'pulse-rate': 60 },
        rest: { kind: 'oximetry', frames: 102, flags: [], device: { maker: 'Contec', model: 'CMS50' } },
      },
      'cms50e-ppg-values.txt': {
        as: 'not-covered',
        why: "the author's own decode: compared with the waveform below",
      },
    },
  },
  'and-tm2655-tm2657': {
    driver: 'and-tm2657',
    rows: {
      'TM-2655 result, real field values; framing rebuilt': {
        as: 'reading',
        values: { systolic: 102, diastolic: 62, mean: 87, 'pulse-rate': 83 },
        rest: {
          kind: 'blood-pressure',
          deviceTime: '2019-10-29T14:29:00',
          flags: [],
          device: { maker: 'A&D', model: 'TM-2655' },
          frames: 1,
        },
      },
      'TM-2655 result, log line with control bytes lost': { as: 'frame-error', reason: 'structure' },
      'host: start measurement "ST"': { as: 'host-command' },
      'host: stop measurement "SP"': { as: 'host-command' },
      'host: send last result "RB"': { as: 'host-command' },
      'host: send pulse table "RP"': { as: 'host-command' },
      'device: ACK': { as: 'no-reading' },
      'device: NAK': { as: 'no-reading' },
    },
  },
  'tanita-csv': {
    driver: 'tanita-scale',
    rows: {
      'SC-240': weight(82.7, { device: { maker: 'Tanita', model: 'SC-240', serial: '00000002' }, flags: [] }),
      'BC-601 a': weight(104.7, {
        deviceTime: '2023-05-02T11:59:02',
        device: { maker: 'Tanita', model: 'BC-601' },
      }),
      'BC-601 b': weight(67, { deviceTime: '2025-09-12T09:15:13' }),
      'BC-601 metric': weight(96.1, { deviceTime: '2016-01-12T23:48:53' }),
      'BC-601 d': { as: 'frame-error', reason: 'checksum' },
      'BC-601 profile': { as: 'no-reading' },
      'TBF-310': weight(110.6, { flags: ['unprotected'] }),
    },
  },
};

const vectorSchema = z.looseObject({
  name: z.string(),
  hex: z.string().optional(),
  text: z.string().optional(),
  publishedAs: z.string().optional(),
});
type Vector = z.infer<typeof vectorSchema>;

const bytesOf = ({ hex, text, publishedAs }: Vector): Uint8Array =>
  hex === undefined ? fromLatin1(text ?? publishedAs ?? '') : (fromHex(hex) ?? new Uint8Array());

/** Vectors of a folder: the entries of its vectors.json, and each file that holds bytes itself. */
const vectorsOf = (folder: string): Vector[] =>
  readdirSync(join(FIXTURES, folder))
    .filter((name) => !name.endsWith('.md'))
    .flatMap((name) => {
      const text = readFileSync(join(FIXTURES, folder, name), 'utf8');
      return name === 'vectors.json'
        ? z.array(vectorSchema).parse(JSON.parse(text))
        : [{ name, hex: text.trim() }];
    });

const decode = (driver: DriverId, bytes: Uint8Array): DecodedReading[] => {
  const decoder = DRIVERS[driver].createDecoder();
  return [...decoder.push(bytes), ...decoder.end()].flatMap((item) =>
    item.type === 'reading' ? [item.reading] : [],
  );
};

const numbersOf = (reading: DecodedReading): Record<string, number> =>
  reading.status === 'valid'
    ? Object.fromEntries(Object.entries(reading.values).map(([key, quantity]) => [key, quantity.value]))
    : {};

const check = (row: Exclude<Row, { as: 'not-covered' }>, readings: readonly DecodedReading[]): void => {
  if (row.as === 'host-command' || row.as === 'no-reading') {
    expect(readings).toEqual([]);
    return;
  }
  expect(readings).toHaveLength(1);
  const [reading] = readings;
  if (row.as === 'frame-error') {
    expect(reading).toMatchObject({ status: 'invalid', reason: row.reason });
    return;
  }
  expect(reading).toMatchObject({ status: 'valid', ...row.rest });
  expect(reading && numbersOf(reading)).toEqual(row.values);
};

if (!hasFixtures) process.stderr.write(`published vectors not found at ${FIXTURES}: nothing to walk\n`);

describe.skipIf(!hasFixtures)('published vectors', () => {
  for (const [folder, { driver, rows }] of Object.entries(FOLDERS)) {
    const vectors = hasFixtures ? vectorsOf(folder) : [];

    test(`${folder}: every vector has a row, and every row a vector`, () => {
      expect(vectors.map(({ name }) => name).sort()).toEqual(Object.keys(rows).sort());
    });

    for (const vector of vectors) {
      const row = rows[vector.name];
      if (row === undefined || row.as === 'not-covered') continue;
      test(`${folder}: ${vector.name}: ${row.as}`, () => {
        check(row, decode(driver, bytesOf(vector)));
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
});
