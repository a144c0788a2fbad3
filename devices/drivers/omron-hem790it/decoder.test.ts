import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex, fromLatin1 } from '../../kit/bytes.ts';
import { flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { sealed } from './memory.ts';
import { cutPieces, reportOf } from './reports.ts';

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();
const GARBAGE = hex('4B 49 54 20 32 30 37');

/** A reply to reports: behind the valid bytes stands garbage. */
const reply = (data: Uint8Array): Uint8Array[] =>
  cutPieces(concatBytes([fromLatin1('OK'), sealed(data)])).map((piece) => reportOf(piece, GARBAGE));
const whole = (text: string): Uint8Array => reportOf(fromLatin1(text), GARBAGE);

/** A record as it was recorded from a HEM-790IT (openyou/libomron, doc/logs, BSD). */
const RECORDED = ['07 4F 4B 00 08 04 15 10', '07 0A 2E 00 00 81 4E 4D', '03 00 00 AF 00 81 4E 4D'].map(hex);
const DATA = hex('08 04 15 10 0A 2E 00 00 81 4E 4D 00 00');
const READING = {
  kind: 'blood-pressure',
  status: 'valid',
  values: {
    systolic: { value: 129, unit: 'mm[Hg]' },
    diastolic: { value: 78, unit: 'mm[Hg]' },
    'pulse-rate': { value: 77, unit: '/min' },
  },
  deviceTime: '2008-04-21T16:10:46',
  flags: ['stored'],
  device: { maker: 'Omron', model: 'HEM-790IT' },
  frames: 1,
};

const read = (...reports: Uint8Array[]) => readingsOf(createDecoder, reports);
const changed = (at: number, byte: number): Uint8Array[] =>
  reply(DATA.map((old, index) => (index === at ? byte : old)));

describe('records', () => {
  test('are read from the valid bytes alone', () => {
    expect(read(...RECORDED)).toEqual([READING]);
    expect(read(...reply(DATA))).toEqual([READING]);
    // The example of the protocol notes.
    expect(read(...reply(hex('07 01 03 00 06 33 00 00 70 4B 47 00 00')))).toMatchObject([
      {
        deviceTime: '2007-01-03T00:06:51',
        values: { systolic: { value: 112 }, 'pulse-rate': { value: 71 } },
      },
    ]);
  });

  test.each([0x10, 0x20, 0x30])('flags %d are a measurement of a triple, a reading like another', (flags) => {
    expect(read(...changed(12, flags))).toEqual([READING]);
  });

  // libomron issue 25, from the maker's program.
  test.each([
    [0x01, ['irregular-pulse', 'stored']],
    [0x02, ['motion', 'stored']],
    [0x13, ['irregular-pulse', 'motion', 'stored']],
  ])('flags %d mark the reading', (byte, flags) => {
    expect(read(...changed(12, byte))).toEqual([{ ...READING, flags }]);
  });

  test('a systolic above 255 has its high byte before it', () => {
    const high = (low: number): Uint8Array[] =>
      reply(hex(`08 04 15 10 0A 2E 00 01 ${low.toString(16).padStart(2, '0')} 4E 4D 00 00`));
    expect(read(...high(4))).toMatchObject([{ status: 'valid', values: { systolic: { value: 260 } } }]);
    expect(read(...high(0x81))).toMatchObject([{ status: 'invalid', reason: 'out-of-range' }]);
  });

  test.each([
    [12, 0x04],
    [12, 0x08],
    [12, 0x16],
    [12, 0x40],
    [12, 0xf0],
    [6, 0x01],
    [11, 0x01],
  ])('byte %d of %d is explained by no source: no value', (at, byte) => {
    const [reading] = read(...changed(at, byte));
    expect(reading).toMatchObject({ status: 'invalid', reason: 'unverified' });
    expect(reading).not.toHaveProperty('values');
  });

  test.each([
    ['month 13', 1, 13],
    ['month 0', 1, 0],
    ['31 April', 2, 31],
    ['hour 24', 3, 24],
    ['minute 60', 4, 60],
    ['second 60', 5, 60],
    ['year 100', 0, 100],
  ])('%s is damage', (_name, at, byte) => {
    expect(read(...changed(at, byte))).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
  });

  test.each([
    ['systolic 0', 8, 0],
    ['systolic below diastolic', 8, 70],
    ['diastolic 0', 9, 0],
    ['pulse 0', 10, 0],
  ])('%s is out of range', (_name, at, byte) => {
    expect(read(...changed(at, byte))).toMatchObject([{ status: 'invalid', reason: 'out-of-range' }]);
  });
});

describe('other replies', () => {
  test('measure nothing: a weekly average is nobody at no time', () => {
    const average = reply(hex('80 01 09 04 13 71 69 70'));
    const count = reply(hex('00 11 00 02'));
    expect(read(...average, ...count, whole('NO'), whole('OK'), whole('OFF\r\n'))).toEqual([]);
  });

  test('name the device in what follows', () => {
    const version = reply(fromLatin1('M7080IT 207'));
    const serial = reply(hex('06 00 00 00 00 00 00'));
    const device = { maker: 'Omron', model: 'HEM-790IT', firmware: 'M7080IT 207', serial: '06000000000000' };
    expect(read(...version, ...serial, ...RECORDED)).toEqual([{ ...READING, device }]);
    expect(read(...reply(new Uint8Array(7)), ...RECORDED)).toEqual([READING]);
  });

  test('a profile fills its last report, and the record after it is read all the same', () => {
    const profile = reply(fromLatin1('0010100000'));
    expect(profile).toHaveLength(2);
    expect(read(...profile, ...RECORDED)).toEqual([READING]);
    expect(read(...profile, whole('NO'), ...RECORDED)).toEqual([READING]);
    expect(read(...profile)).toEqual([]);
  });

  test('reports without valid bytes, or with too many, say nothing between replies', () => {
    const empty = new Uint8Array(8);
    const notReady = hex('08 60 00 00 00 00 00 00');
    const [first = empty, ...rest] = RECORDED;
    expect(read(empty, notReady, first, empty, ...rest, notReady)).toEqual([READING]);
    expect(validReadingsOf(createDecoder, [first, notReady, ...rest])).toEqual([]);
  });
});

test('empty reports within a reply do not keep it open for ever', () => {
  const [first = new Uint8Array()] = RECORDED;
  const empty = Array.from({ length: 200 }, () => new Uint8Array(8));
  expect(read(first, ...empty, ...RECORDED)).toEqual([
    expect.objectContaining({ reason: 'structure' }),
    READING,
  ]);
});

describe('damage never makes a value', () => {
  const stream = concatBytes(RECORDED);

  test('no single flipped bit of a valid byte or of a count', () => {
    const through = Array.from({ length: stream.length * 8 }, (_, bit) => bit).filter((bit) => {
      const damaged = flipBits(stream, [bit]);
      return validReadingsOf(createDecoder, [damaged]).length > 0;
    });
    // Only what stands behind the three valid bytes of the last report.
    const garbage = Array.from({ length: 4 * 8 }, (_, bit) => (stream.length - 4) * 8 + bit);
    expect(through).toEqual(garbage);
  });

  test('no lost, doubled or swapped report', () => {
    for (let at = 0; at < RECORDED.length; at += 1) {
      const lost = RECORDED.toSpliced(at, 1);
      expect(validReadingsOf(createDecoder, lost)).toEqual([]);
      expect(validReadingsOf(createDecoder, [...lost, ...RECORDED])).toEqual([READING]);
      for (const reading of validReadingsOf(
        createDecoder,
        RECORDED.toSpliced(at, 0, ...RECORDED.slice(at, at + 1)),
      ))
        expect(reading).toEqual(READING);
    }
    expect(validReadingsOf(createDecoder, [...RECORDED].reverse())).toEqual([]);
  });

  test('no report of another length', () => {
    for (let length = 1; length < stream.length; length += 1)
      expect(validReadingsOf(createDecoder, [stream.slice(0, length)])).toEqual([]);
    expect(read(...RECORDED.map((report) => report.slice(0, 7)))).toEqual([]);
    for (const [index, report] of RECORDED.entries()) {
      for (let at = 0; at < report.length; at += 1) {
        const doubled = concatBytes([report.slice(0, at + 1), report.slice(at)]);
        expect(validReadingsOf(createDecoder, RECORDED.with(index, doubled))).toEqual([]);
        const shortened = report.filter((_, place) => place !== at);
        expect(validReadingsOf(createDecoder, RECORDED.with(index, shortened))).toEqual([]);
      }
    }
  });

  test('no random reports, around or instead of a record', () => {
    const report = fc.uint8Array({ minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(report, { maxLength: 40 }), (noise) => {
        expect(validReadingsOf(createDecoder, noise)).toEqual([]);
        for (const reading of validReadingsOf(createDecoder, [...noise, ...RECORDED, ...noise]))
          expect({ ...reading, device: READING.device }).toEqual(READING);
      }),
    );
  });

  test('pairs of flipped bits pass the XOR now and then: never more often than the documentation says', () => {
    const bits = stream.length * 8;
    const pairs = fc.sample(fc.tuple(fc.nat(bits - 1), fc.nat(bits - 1)), { numRuns: 5_000, seed: 20 });
    const wrong = pairs
      .filter(([first, second]) => first !== second)
      .flatMap((pair) => validReadingsOf(createDecoder, [flipBits(stream, pair)]))
      .filter(
        (reading) =>
          reading.status === 'valid' && JSON.stringify(reading.values) !== JSON.stringify(READING.values),
      );
    expect(wrong.length / pairs.length).toBeLessThan(0.01);
  });
});
