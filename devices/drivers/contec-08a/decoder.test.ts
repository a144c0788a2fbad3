import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { fromHex } from '../../kit/bytes.ts';
import { flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { padded } from './reports.ts';

const report = (hex: string): Uint8Array => padded(...(fromHex(hex) ?? []));
const read = (hex: string) => readingsOf(createDecoder, [report(hex)]);

/** The first record that the source publishes beside the line of the maker's own program. */
const RECORD = '82 80 94 D5 C8 E9 97 85 80 81 8D 89 80 91';
const at = (position: number, byte: string): string =>
  RECORD.split(' ')
    .map((own, index) => (index === position ? byte : own))
    .join(' ');

describe('records that the source publishes', () => {
  test.each([
    [RECORD, '2023-05-01T13:09:00', 148, 85, 72, 105],
    ['82 80 92 D6 BA F1 97 85 80 82 8A 85 80 91', '2023-05-02T10:05:00', 146, 86, 58, 113],
    ['82 80 87 D5 C8 E5 97 85 80 82 8D AB 80 91', '2023-05-02T13:43:00', 135, 85, 72, 101],
    ['82 80 8A D4 C2 EB 97 85 80 83 8B 84 80 91', '2023-05-03T11:04:00', 138, 84, 66, 107],
    ['82 80 94 DB C0 F1 99 81 80 9C 8C 88 80 91', '2025-01-28T12:08:00', 148, 91, 64, 113],
    ['82 80 9D D9 C3 FB 99 83 80 94 8C 90 80 91', '2025-03-20T12:16:00', 157, 89, 67, 123],
    ['82 80 90 DC C1 F7 99 85 80 8F 8A 96 80 91', '2025-05-15T10:22:00', 144, 92, 65, 119],
    ['82 80 80 D0 BD E2 99 87 80 8F 8A 81 80 91', '2025-07-15T10:01:00', 128, 80, 61, 98],
  ])('%s', (hex, deviceTime, systolic, diastolic, pulse, mean) => {
    expect(read(hex)).toEqual([
      {
        kind: 'blood-pressure',
        status: 'valid',
        values: {
          systolic: { value: systolic, unit: 'mm[Hg]' },
          diastolic: { value: diastolic, unit: 'mm[Hg]' },
          mean: { value: mean, unit: 'mm[Hg]' },
          'pulse-rate': { value: pulse, unit: '/min' },
        },
        deviceTime,
        flags: ['stored', 'unprotected'],
        device: { maker: 'Contec', model: '08A' },
        frames: 1,
      },
    ]);
  });
});

describe('what no published record shows is refused, never guessed', () => {
  test('a systolic below 128, whatever stands in its byte', () => {
    for (let systolic = 0; systolic < 128; systolic += 1) {
      const byte = systolic.toString(16).padStart(2, '0');
      expect(read(at(2, byte))).toMatchObject([
        { status: 'invalid', reason: 'unverified', flags: ['stored'] },
      ]);
    }
  });

  test.each([
    ['the first byte', at(0, '80')],
    ['the first byte, and bit 7 of SYS moved there', '80 80 F8 D5 C8 E9 97 85 80 81 8D 89 80 91'],
    ['the second byte', at(1, '81')],
    ['the byte between month and day', at(8, '81')],
    ['the byte before the last', at(12, '81')],
    ['the last byte', at(13, '92')],
  ])('another value of %s', (_name, hex) => {
    expect(read(hex)).toMatchObject([{ status: 'invalid', reason: 'unverified' }]);
  });
});

describe('what contradicts itself is refused', () => {
  test.each([
    ['a mean below diastolic', at(5, 'D4'), 'out-of-range'],
    ['a mean of diastolic', at(5, 'D5'), 'out-of-range'],
    ['a mean of systolic', '82 80 80 D5 C8 80 97 85 80 81 8D 89 80 91', 'out-of-range'],
    ['a pulse of 10', at(4, '8A'), 'out-of-range'],
    ['31 April', '82 80 94 D5 C8 E9 97 84 80 9F 8D 89 80 91', 'structure'],
    ['hour 24', at(10, '98'), 'structure'],
    ['month 0', at(7, '80'), 'structure'],
    ['a byte without bit 7', at(4, '48'), 'structure'],
  ])('%s', (_name, hex, reason) => {
    expect(read(hex)).toMatchObject([{ status: 'invalid', reason }]);
  });

  test('a report that is not padded with zeros, or is longer than 64 bytes', () => {
    const dirty = report(RECORD);
    dirty[20] = 1;
    expect(readingsOf(createDecoder, [dirty])).toMatchObject([{ reason: 'structure' }]);
    const long = new Uint8Array(65);
    long.set(report(RECORD));
    expect(readingsOf(createDecoder, [long])).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('reports that measure nothing say nothing', () => {
  test.each([
    ['identity', '48 41 02 13 01 02'],
    ['transfer', '4A 43 01'],
    ['transfer of a device that is switched off', '4A 43 00'],
    ['header', '46 41 80 80 C6 82 80 80 80 80 80 80 80 81'],
    ['an answer that no document describes', ''],
  ])('%s', (_name, hex) => {
    expect(read(hex)).toEqual([]);
  });
});

describe('damage', () => {
  const whole = report(RECORD);

  test('a lost byte and a cut record give no value', () => {
    for (let lost = 0; lost < 14; lost += 1) {
      const rest = Uint8Array.from(whole.filter((_, index) => index !== lost));
      expect(validReadingsOf(createDecoder, [rest])).toEqual([]);
      expect(validReadingsOf(createDecoder, [whole.slice(0, lost)])).toEqual([]);
    }
  });

  test('single flipped bits give values, wrong ones too, but never one that is not marked', () => {
    const numbers = (reading: DecodedReading | undefined): string =>
      JSON.stringify(reading?.status === 'valid' ? reading.values : undefined);
    const truth = numbers(validReadingsOf(createDecoder, [whole])[0]);
    const values = Array.from({ length: whole.length * 8 }, (_, bit) => bit).flatMap((bit) =>
      validReadingsOf(createDecoder, [flipBits(whole, [bit])]),
    );
    expect(values.every(({ flags }) => flags.includes('unprotected'))).toBe(true);
    const wrong = values.filter((reading) => numbers(reading) !== truth);
    expect([values.length, wrong.length]).toEqual([48, 24]);
  });

  test('random reports give no value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
        expect(validReadingsOf(createDecoder, [noise])).toEqual([]);
      }),
    );
  });
});
