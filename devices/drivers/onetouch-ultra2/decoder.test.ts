import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromLatin1 } from '../../kit/bytes.ts';
import { cutAt, flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { deviceLine, lineSum } from './lines.ts';

/** Lines of one published session. */
const HEADER = 'P 003,"GMF600DCY","MG/DL " 05A6\r\n';
const RECORDS = [
  'P "SAT","03/21/15","16:45:24   ","  081 ","N","03", 00 09B6\r\n',
  'P "SAT","03/21/15","16:42:11   ","  105 ","B","02", 00 099F\r\n',
  'P "SAT","03/21/15","16:39:46   ","  176 ","N","02", 00 09C1\r\n',
] as const;

const read = (...lines: readonly string[]) => readingsOf(createDecoder, lines.map(fromLatin1));
/** A line with the right sum. */
const sealed = (text: string) => readingsOf(createDecoder, [deviceLine(text)]);
const record = (change: (text: string) => string): string =>
  change('P "SAT","03/21/15","16:45:24   ","  081 ","N","03", 00');

test('the published session', () => {
  const device = { maker: 'LifeScan', model: 'OneTouch Ultra2', serial: 'GMF600DCY' };
  const reading = (value: number, deviceTime: string) => ({
    kind: 'blood-glucose',
    status: 'valid',
    values: { glucose: { value, unit: 'mg/dL' } },
    deviceTime,
    flags: ['stored'],
    device,
    frames: 1,
  });
  expect(read(HEADER, ...RECORDS)).toEqual([
    reading(81, '2015-03-21T16:45:24'),
    reading(105, '2015-03-21T16:42:11'),
    reading(176, '2015-03-21T16:39:46'),
  ]);
});

test('the sum of a published line', () => {
  expect(lineSum('T "SAT","08/03/13","22:12:00   "')).toBe('0608');
});

test('another published record (insulaudit)', () => {
  expect(read('P "WED","11/10/10","01:46:00   ","  076 ","N","00", 00 099C\r\n')).toMatchObject([
    { status: 'valid', values: { glucose: { value: 76 } }, deviceTime: '2010-11-10T01:46:00' },
  ]);
});

test('the first OneTouch Ultra, in two published sessions: neither meal nor comment', () => {
  const ultra = (serial: string) => ({ maker: 'LifeScan', model: 'OneTouch Ultra', serial });
  expect(
    read('P 150,"QTZ0004CT","MG/DL " 05B3\r\n', 'P "SAT","05/27/06","16:42:08   ","  051 ", 00 0829\r\n'),
  ).toMatchObject([
    {
      values: { glucose: { value: 51, unit: 'mg/dL' } },
      deviceTime: '2006-05-27T16:42:08',
      device: ultra('QTZ0004CT'),
    },
  ]);
  expect(
    read('P 008,"THT8388GT","MG/DL " 05C1\r\n', 'P "SUN","05/25/08","05:01:16   ","  085 ", 00 0836\r\n'),
  ).toMatchObject([{ values: { glucose: { value: 85, unit: 'mg/dL' } }, device: ultra('THT8388GT') }]);
});

test('the meter says who it is', () => {
  const said = ['?P02.00.00 30/08/06', '@ "GMF600DCY"', 'SU?,"MG/DL "', 'F "SAT","08/03/13","22:12:00   "'];
  expect(readingsOf(createDecoder, said.map(deviceLine))).toEqual([]);
  expect(readingsOf(createDecoder, [...said.map(deviceLine), fromLatin1(RECORDS[0])])[0]?.device).toEqual({
    maker: 'LifeScan',
    model: 'OneTouch Ultra2',
    serial: 'GMF600DCY',
    firmware: 'P02.00.00 30/08/06',
  });
});

describe('units', () => {
  const behind = (unit: string) =>
    readingsOf(createDecoder, [deviceLine(`P 001,"GMF600DCY","${unit}"`), fromLatin1(RECORDS[0])]);

  test('a meter that displays mmol/L stores mg/dL all the same', () => {
    expect(behind('MMOL/L')).toMatchObject([
      { status: 'valid', values: { glucose: { value: 81, unit: 'mg/dL' } } },
    ]);
  });

  test('a unit that is neither refuses what follows', () => {
    expect(behind('MG/ML ')).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
  });
});

describe('marks come before numbers', () => {
  test.each([
    [
      'control solution',
      (text: string) => text.replace('"  081 "', '"C 081 "'),
      'control-solution',
      undefined,
    ],
    [
      'control solution out of range',
      (text: string) => text.replace('"  081 "', '"C 019 "'),
      'control-solution',
      undefined,
    ],
    ['a parity error', (text: string) => text.replace('"  081 "', '"  081?"'), 'device-error', '?'],
    ['below the range', (text: string) => text.replace('081', '019'), 'out-of-range', 'LO'],
    ['above the range', (text: string) => text.replace('081', '601'), 'out-of-range', 'HI'],
    ['a word above the range', (text: string) => text.replace('"  081 "', '" HIGH "'), 'out-of-range', 'HI'],
    [
      'control solution above the range',
      (text: string) => text.replace('"  081 "', '"CHIGH "'),
      'control-solution',
      undefined,
    ],
  ])('%s', (_name, change, reason, detail) => {
    const [reading] = sealed(record(change));
    expect(reading).toMatchObject({
      status: 'invalid',
      reason,
      deviceTime: '2015-03-21T16:45:24',
      flags: ['stored'],
    });
    expect(reading?.status === 'invalid' ? reading.detail : '').toBe(detail);
  });

  test('the ends of the range are values', () => {
    for (const value of ['020', '600']) {
      expect(sealed(record((text) => text.replace('081', value)))).toMatchObject([{ status: 'valid' }]);
    }
  });

  test('every meal mark and comment is taken', () => {
    for (const meal of ['N', 'B', 'A']) {
      for (let comment = 0; comment <= 11; comment += 1) {
        const two = String(comment).padStart(2, '0');
        expect(sealed(record((text) => text.replace('"N","03"', `"${meal}","${two}"`)))).toMatchObject([
          { status: 'valid' },
        ]);
      }
    }
  });
});

describe('what no source explains is refused though its sum is right', () => {
  test.each([
    ['another day of the week', (text: string) => text.replace('SAT', 'SUN')],
    ['no day of the week', (text: string) => text.replace('SAT', 'SAD')],
    ['30 February', (text: string) => text.replace('03/21', '02/30')],
    ['hour 24', (text: string) => text.replace('16:45', '24:45')],
    ['a twelve-hour time', (text: string) => text.replace('16:45:24   ', '04:45:24 PM')],
    ['a decimal point', (text: string) => text.replace('"  081 "', '"  4.5 "')],
    ['another word for a value', (text: string) => text.replace('"  081 "', '" REXC "')],
    ['a meal without comment', (text: string) => text.replace(',"03"', '')],
    ['another control mark', (text: string) => text.replace('"  081 "', '"D 081 "')],
    ['another meal mark', (text: string) => text.replace('"N"', '"X"')],
    ['a twelfth comment', (text: string) => text.replace('"03"', '"12"')],
    ['another end', (text: string) => text.replace(', 00', ', 01')],
  ])('%s', (_name, change) => {
    expect(sealed(record(change))).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
  });
});

describe('lines', () => {
  test.each(['\r\n', '\r', '\n', ''])('may end with %j', (ending) => {
    expect(read(RECORDS[0].replace('\r\n', ending))).toMatchObject([{ status: 'valid' }]);
  });

  test('a wrong sum is told, and a short glitch is not', () => {
    expect(read('% 1337\r')).toMatchObject([{ status: 'invalid', reason: 'checksum' }]);
    expect(read('\x11\r', '\xff\xfe\r')).toEqual([]);
    expect(read(`${'\0'.repeat(40)}${RECORDS[0]}\0\0`)).toMatchObject([{ status: 'valid' }]);
    expect(read('P "SAT","03/21/15","16:4\r')).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
  });

  test('cut at every byte, and glued, they say the same', () => {
    const stream = concatBytes([HEADER, ...RECORDS].map(fromLatin1));
    const whole = readingsOf(createDecoder, [stream]);
    expect(whole).toHaveLength(3);
    for (let at = 0; at <= stream.length; at += 1) {
      expect(readingsOf(createDecoder, cutAt(stream, [at]))).toEqual(whole);
    }
  });
});

describe('damage never makes a value', () => {
  const bytes = fromLatin1(RECORDS[0]);
  const covered = bytes.length - 2;

  test('no single flipped bit before the line end', () => {
    for (let bit = 0; bit < covered * 8; bit += 1) {
      expect(validReadingsOf(createDecoder, [flipBits(bytes, [bit])])).toEqual([]);
    }
  });

  test('no lost byte, and no cut', () => {
    for (let at = 0; at < covered; at += 1) {
      const [before = bytes, after = bytes] = cutAt(bytes, [at]);
      expect(validReadingsOf(createDecoder, [before])).toEqual([]);
      expect(validReadingsOf(createDecoder, [before, after.slice(1)])).toEqual([]);
    }
  });

  test('no random noise, around or instead of a line', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => {
        expect(validReadingsOf(createDecoder, [noise])).toEqual([]);
        for (const reading of validReadingsOf(createDecoder, [noise, bytes, noise])) {
          expect(reading).toMatchObject({ values: { glucose: { value: 81 } } });
        }
      }),
    );
  });

  test('pairs of flipped bits pass the sum now and then: never more often than the documentation says', () => {
    const bit = fc.nat(covered * 8 - 1);
    const pairs = fc.sample(fc.tuple(bit, bit), { numRuns: 5_000, seed: 22 });
    const wrong = pairs
      .filter(([first, second]) => first !== second)
      .flatMap((bits) => validReadingsOf(createDecoder, [flipBits(bytes, bits)]))
      .filter((reading) => reading.status === 'valid' && reading.values.glucose?.value !== 81);
    expect(wrong.length / pairs.length).toBeLessThan(0.002);
  });
});
