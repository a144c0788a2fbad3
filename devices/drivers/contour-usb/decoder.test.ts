import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { concatBytes, fromLatin1 } from '../../kit/bytes.ts';
import { flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { frameBytes } from './frames.ts';
import { reportsOf } from './packets.ts';

const HEADER =
  'H|\\^&||7w3LBL|Bayer7390^01.24\\01.04\\09.02.20^7390-2336773^7403-|A=1^C=63^G=1^I=0200^R=0^S=1^U=0^V=10600' +
  '^X=070070070070180130150250^Y=360126090050099050300089^Z=1|1714||||||1|201909221304';

/** Frames as their sources print them, sums included. */
const PUBLISHED = {
  header: `\x04\x021${HEADER}\r\x17D7\r\n\x05`,
  millimoles: '\x021R|67|^^^Glucose|7.9|mmol/L^P||B||201011281949\r\x1704\r\n',
  fasting: '\x024R|10|^^^Glucose|5.2|mmol/L^P||F/M0/T1||201302080218\r\x174B\r\n',
  afterMeal: '\x025R|3|^^^Glucose|93|mg/dL^P||A/M0/T1||201505261150\r\x1774\r\n',
  carbohydrates: '\x026R|12|^^^Carb|8|3^||||201404021053\r\x17A0\r\n',
  insulin: '\x027R|13|^^^Insulin|80|1^||||201404021053\r\x173A\r\n',
} as const;

const read = (...payloads: readonly (string | Uint8Array)[]) =>
  readingsOf(
    createDecoder,
    payloads.flatMap((payload) => reportsOf(typeof payload === 'string' ? fromLatin1(payload) : payload)),
  );
/** A transmission of these records, in frames with right numbers and sums. */
const transmission = (...texts: readonly string[]): Uint8Array[] =>
  texts.map((text, index) =>
    frameBytes({ number: (index + 1) % 8, text, isLast: index === texts.length - 1 }),
  );
const readAll = (...texts: readonly string[]) => read(...transmission(...texts));

const RESULT = 'R|8|^^^Glucose|133|mg/dL^P||B/X||201202052034';
const glucoseOf = (readings: readonly DecodedReading[]) =>
  readings.map((reading) =>
    reading.status === 'valid' ? reading.values.glucose?.value : (reading.detail ?? reading.reason),
  );

describe('published frames', () => {
  test('the header says who speaks, and measures nothing', () => {
    expect(read(PUBLISHED.header)).toEqual([]);
    expect(read(PUBLISHED.header, ...transmission(HEADER, RESULT))).toEqual([
      {
        kind: 'blood-glucose',
        status: 'valid',
        values: { glucose: { value: 133, unit: 'mg/dL' } },
        deviceTime: '2012-02-05T20:34:00',
        flags: ['stored'],
        device: { maker: 'Bayer', model: 'Bayer7390', serial: '7390-2336773', firmware: '01.24' },
        frames: 1,
      },
    ]);
  });

  test.each([
    [PUBLISHED.millimoles, 142, '2010-11-28T19:49:00'],
    [PUBLISHED.fasting, 94, '2013-02-08T02:18:00'],
    [PUBLISHED.afterMeal, 93, '2015-05-26T11:50:00'],
  ])('%j', (frame, value, deviceTime) => {
    expect(read(frame)).toMatchObject([
      { status: 'valid', values: { glucose: { value, unit: 'mg/dL' } }, deviceTime },
    ]);
  });

  test('carbohydrates and insulin in the same memory are no glucose', () => {
    expect(read(PUBLISHED.carbohydrates, PUBLISHED.insulin)).toEqual([]);
  });

  test('a record without its frame is no record', () => {
    expect(read(RESULT)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
    expect(readingsOf(createDecoder, [fromLatin1(RESULT)])).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('newer meters, as their logs print them', () => {
  /** Contour Next USB; from a log of a meter that sends its header twice, with another password each time. */
  const NEXT_USB =
    'H|\\^&||7EyQm2|Bayer7410^01.10\\01.05\\10.03^7428-4293200^00000|A=1^C=03^G=en,en\\de\\fr\\it\\nl\\es\\pt\\sl\\hr\\da\\no\\fi\\sv\\el' +
    '^I=0200^R=0^S=01^U=303^V=20600^X=054070054054180154154254054154^Y=360126099054120054252099^Z=1|226|||||P|1|20190621125555';
  const NEXT_USB_RESULT = '\x024R|2|^^^Glucose|102|mg/dL^P||M0/T1||201402052135\r\x1726\r\n';
  /** Contour Next of 2018, which ends its header with one separator more and dates its results to the second. */
  const NEXT =
    '\x021H|\\^&||0t4cvJ|Contour7900^02.13\\01.00\\02.40^7901H33A1578|A=0^C=6^R=0^S=0^U=0^V=10600^X=070070180130^a=0^J=0|25|||||P|1|20260208104218|\r\x171A\r\n';

  test('Contour Next USB: a header of 14 digits and a unit code of three', () => {
    expect(read(`\x04\x021${NEXT_USB}\r\x17F9\r\n\x05`)).toEqual([]);
    const again = NEXT_USB.replace('7EyQm2', 'FMmMiI');
    const session = transmission(again, 'P|1', 'R|1|^^^Carb|8|3^||||201404021053');
    expect(read(...transmission(NEXT_USB), ...session, NEXT_USB_RESULT)).toEqual([
      {
        kind: 'blood-glucose',
        status: 'valid',
        values: { glucose: { value: 102, unit: 'mg/dL' } },
        deviceTime: '2014-02-05T21:35:00',
        flags: ['stored'],
        device: { maker: 'Bayer', model: 'Bayer7410', serial: '7428-4293200', firmware: '01.10' },
        frames: 1,
      },
    ]);
  });

  test('a unit code of three digits leaves the unit to every result', () => {
    const millimoles = RESULT.replace('133|mg/dL', '7.9|mmol/L');
    for (const code of ['U=303', 'U=311']) {
      expect(glucoseOf(readAll(NEXT_USB.replace('U=303', code), RESULT, millimoles))).toEqual([133, 142]);
    }
  });

  test('Contour Next: products named Contour, results to the second', () => {
    expect(read(NEXT)).toEqual([]);
    const result = 'R|3|^^^Glucose|126|mg/dL^P||T0||20260125085519';
    expect(read(NEXT, frameBytes({ number: 2, text: result, isLast: false }))).toMatchObject([
      {
        status: 'valid',
        values: { glucose: { value: 126, unit: 'mg/dL' } },
        deviceTime: '2026-01-25T08:55:19',
        device: { maker: 'Ascensia', model: 'Contour7900', serial: '7901H33A1578', firmware: '02.13' },
      },
    ]);
  });
});

describe('a recording without the reports', () => {
  const bare = (...payloads: readonly (string | Uint8Array)[]) =>
    readingsOf(
      createDecoder,
      payloads.map((payload) => (typeof payload === 'string' ? fromLatin1(payload) : payload)),
    );
  const stream = concatBytes([
    fromLatin1(PUBLISHED.header),
    ...transmission(HEADER, 'P|1', RESULT, 'L|1||N'),
  ]);

  test('is read as the payloads that it holds, however they are cut', () => {
    expect(bare(stream)).toMatchObject([
      { values: { glucose: { value: 133, unit: 'mg/dL' } }, device: { serial: '7390-2336773' } },
    ]);
    for (let at = 1; at < stream.length; at += 1) {
      expect(glucoseOf(bare(stream.slice(0, at), stream.slice(at)))).toEqual([133]);
    }
  });

  test('begins with a frame or EOT: a record or anything else alone is none', () => {
    for (const text of [RESULT, `${RESULT}\r\n`, ` ${PUBLISHED.afterMeal}`, `\x06${PUBLISHED.afterMeal}`]) {
      expect(bare(text)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
    }
  });

  test('is protected as its reports would be', () => {
    const frame = fromLatin1(PUBLISHED.afterMeal);
    for (let bit = 0; bit < frame.length * 8; bit += 1) {
      expect(bare(flipBits(frame, [bit])).filter(({ status }) => status === 'valid')).toEqual([]);
    }
  });
});

describe('units', () => {
  const inUnit = (code: string) => HEADER.replace('U=0', code);

  test.each([
    ['1.1', 20],
    ['5.5', 99],
    ['5.6', 101],
    ['7.0', 126],
    ['33.3', 600],
  ])('%s mmol/L is %i mg/dL', (printed, value) => {
    expect(glucoseOf(readAll(`R|1|^^^Glucose|${printed}|mmol/L^P||||201202052034`))).toEqual([value]);
  });

  test("a result in another unit than the meter's contradicts it", () => {
    expect(glucoseOf(readAll(inUnit('U=1'), RESULT))).toEqual(['structure']);
    expect(glucoseOf(readAll(inUnit('U=2'), RESULT))).toEqual([133]);
  });

  test.each([
    ['an unknown unit', 'mg/ml^P', '133', 'structure'],
    ['no unit', '', '133', 'structure'],
    ['no reference method', 'mg/dL', '133', 'structure'],
    ['whole blood', 'mg/dL^B', '133', 'unverified'],
    ['mg/dL with a point', 'mg/dL^P', '13.3', 'structure'],
    ['mmol/L without a point', 'mmol/L^P', '13', 'structure'],
    ['mmol/L with two decimals', 'mmol/L^P', '2.83', 'structure'],
    ['a decimal comma', 'mmol/L^P', '7,9', 'structure'],
  ])('%s', (_name, unit, printed, reason) => {
    expect(glucoseOf(readAll(`R|8|^^^Glucose|${printed}|${unit}||B||201202052034`))).toEqual([reason]);
  });
});

describe('marks come before numbers', () => {
  const marked = (marks: string, value = '133') =>
    glucoseOf(readAll(`R|8|^^^Glucose|${value}|mg/dL^P||${marks}||201202052034`));

  test.each(['', 'B', 'A', 'F', 'D', 'I', 'S', 'X', 'A/Z1', 'A/Z9', 'A/ZA', 'A/ZC', 'B/M0/T1', 'T0/M0'])(
    '%j changes nothing',
    (marks) => {
      expect(marked(marks)).toEqual([133]);
    },
  );

  test.each([
    ['C', '133', 'control-solution'],
    ['B/C', '601', 'control-solution'],
    ['<', '10', 'LO'],
    ['</B', '133', 'LO'],
    ['>', '600', 'HI'],
    ['M0/>', '601', 'HI'],
    ['Q', '133', 'unverified'],
    ['B/M1', '133', 'unverified'],
    ['A/Z0', '133', 'unverified'],
    ['B X', '133', 'unverified'],
  ])('%j with %s is %s', (marks, value, expected) => {
    expect(marked(marks, value)).toEqual([expected]);
  });

  test('an order marks the result of its number as a control test', () => {
    const other = RESULT.replace('R|8', 'R|9');
    expect(glucoseOf(readAll(HEADER, 'P|1', 'O|8||||||||||Q', RESULT, 'O|9', other))).toEqual([
      'control-solution',
      133,
    ]);
    expect(glucoseOf(readAll(HEADER, 'O|8||||||||||Q', HEADER, RESULT))).toEqual([133]);
  });

  test('a number out of range that the meter did not mark is refused all the same', () => {
    expect(marked('', '19')).toEqual(['out-of-range']);
    expect(marked('', '601')).toEqual(['out-of-range']);
  });
});

describe('a result that is none', () => {
  test.each([
    ['31 November', RESULT.replace('20120205', '20121131'), 'structure'],
    ['hour 24', RESULT.replace('2034', '2434'), 'structure'],
    ['a time with seconds that do not exist', `${RESULT}60`, 'structure'],
    ['a time with tenths', `${RESULT}031`, 'structure'],
    ['a field too many', `${RESULT}|1`, 'structure'],
    ['a field too few', RESULT.replace('|B/X|', '|'), 'structure'],
    ['ranges', RESULT.replace('^P||', '^P|70-180|'), 'unverified'],
    ['a status', RESULT.replace('B/X||', 'B/X|F|'), 'unverified'],
    ['a sign', RESULT.replace('133', '-33'), 'structure'],
  ])('%s', (_name, text, reason) => {
    expect(glucoseOf(readAll(text))).toEqual([reason]);
  });
});

describe('frames', () => {
  const frames = transmission(HEADER, 'P|1', RESULT, 'L|1||N');

  test('a frame sent again is not counted twice', () => {
    const [header, patient, result, end] = frames as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
    expect(glucoseOf(read(header, header, patient, result, result, end))).toEqual([133]);
    const damaged = flipBits(result, [60]);
    expect(glucoseOf(read(header, patient, damaged, result, end))).toEqual(['checksum', 133]);
  });

  test('numbers begin again after eight, and after EOT', () => {
    const results = Array.from({ length: 20 }, (_, index) => RESULT.replace('133', String(100 + index)));
    expect(glucoseOf(readAll(HEADER, ...results))).toEqual(results.map((_, index) => 100 + index));
    expect(glucoseOf(read(...transmission(RESULT), '\x04', ...transmission(RESULT)))).toEqual([133, 133]);
  });

  test('a header begins a transmission anew, and no other record does', () => {
    const other = HEADER.replace('7w3LBL', 'w73LBL');
    const [first = '', patient = '', result = ''] = transmission(HEADER, 'P|1', RESULT);
    const again = transmission(other, 'P|1', RESULT);
    expect(glucoseOf(read(first, patient, result, ...again))).toEqual([133, 133]);
    expect(glucoseOf(read(first, patient, result, ...transmission(RESULT)))).toEqual([133, 'structure']);
    const third = frameBytes({ number: 5, text: other, isLast: false });
    expect(glucoseOf(read(first, patient, third))).toEqual(['structure']);
  });

  test('a frame that does not follow the one before is refused, and the next is read', () => {
    const [header = '', , result = '', end = ''] = transmission(HEADER, 'P|1', RESULT, RESULT);
    expect(glucoseOf(read(header, result, end))).toEqual(['structure', 133]);
  });

  test('frames may be split over reports anywhere, and share one', () => {
    const stream = concatBytes(frames);
    for (let at = 1; at < stream.length; at += 1) {
      expect(glucoseOf(read(stream.slice(0, at), stream.slice(at)))).toEqual([133]);
    }
  });

  test.each([
    ['a lower-case sum', '\x021P|1\r\x178e\r\n'],
    ['a number above 7', '\x028P|1\r\x1795\r\n'],
    ['no record', '\x021\r\x1755\r\n'],
    ['a frame in a frame', '\x021P|1\x021P|1\r\x1755\r\n'],
    ['a frame that does not end', `\x021${'x'.repeat(300)}`],
  ])('%s is damage', (_name, payload) => {
    const readings = read(payload, '\x04');
    expect(readings.length).toBeGreaterThan(0);
    expect(readings.every((reading) => reading.status === 'invalid' && reading.reason !== 'unverified')).toBe(
      true,
    );
  });

  test('bytes outside frames are told in pieces, however long they last', () => {
    expect(read(...Array.from({ length: 20 }, () => 'x'.repeat(60)))).toHaveLength(5);
    expect(readingsOf(createDecoder, [new Uint8Array()])).toEqual([]);
  });

  test('a report that is none of this meter is damage', () => {
    const [report = new Uint8Array()] = reportsOf(fromLatin1(PUBLISHED.afterMeal));
    for (const damaged of [flipBits(report, [0]), report.slice(0, 40), report.slice(1), report.with(3, 61)]) {
      expect(readingsOf(createDecoder, [damaged])).toMatchObject([{ status: 'invalid' }]);
    }
  });
});

describe('damage never makes a value', () => {
  const [report = new Uint8Array()] = reportsOf(fromLatin1(PUBLISHED.afterMeal));
  const covered = 4 + PUBLISHED.afterMeal.length;

  test('no single flipped bit up to the end of the frame', () => {
    for (let bit = 0; bit < covered * 8; bit += 1) {
      expect(validReadingsOf(createDecoder, [flipBits(report, [bit])])).toEqual([]);
    }
  });

  test('no lost byte, and no cut', () => {
    for (let at = 0; at < covered; at += 1) {
      expect(validReadingsOf(createDecoder, [report.filter((_, index) => index !== at)])).toEqual([]);
      expect(validReadingsOf(createDecoder, [report.slice(0, at)])).toEqual([]);
    }
  });

  test('no random payload, alone or around a frame', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 120 }), (noise) => {
        expect(validReadingsOf(createDecoder, reportsOf(noise))).toEqual([]);
        const around = [...reportsOf(noise), report, ...reportsOf(noise)];
        expect(glucoseOf(validReadingsOf(createDecoder, around)).filter((value) => value !== 93)).toEqual([]);
      }),
    );
  });

  test('pairs of flipped bits pass the sum now and then: never more often than the documentation says', () => {
    const bit = fc.nat(covered * 8 - 1);
    const pairs = fc.sample(fc.tuple(bit, bit), { numRuns: 5_000, seed: 23 });
    const wrong = pairs
      .filter(([first, second]) => first !== second)
      .flatMap((bits) => glucoseOf(validReadingsOf(createDecoder, [flipBits(report, bits)])))
      .filter((value) => value !== 93);
    expect(wrong.length / pairs.length).toBeLessThan(0.01);
  });
});
