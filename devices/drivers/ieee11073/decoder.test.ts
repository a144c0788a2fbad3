import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { concatBytes } from '../../kit/bytes.ts';
import { flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import {
  BASIC_SLOTS,
  basicValue,
  configurationApdu,
  configured,
  eventApdu,
  fixedReport,
  type ObjectOptions,
  objectBytes,
  PULSE,
  SPO2,
  varReport,
  WEIGHT,
} from './agent-bytes.ts';
import { encodeAbsoluteTime } from './codec/absolute-time.ts';
import { join, list, octets, u16, u32 } from './codec/byte-writer.ts';
import { encodeFloat, encodeSfloat } from './codec/float.ts';
import { createDecoder } from './decoder.ts';
import { ATTRIBUTES } from './model/nomenclature.ts';
import { PUBLISHED } from './published.ts';

const { H211, H221, H233, H241, H211_ID_02BC, H241_ID_02BC } = PUBLISHED;
const decode = (...apdus: Uint8Array[]): DecodedReading[] => readingsOf(createDecoder, apdus);
const decodeOne = (...apdus: Uint8Array[]): DecodedReading | undefined => decode(...apdus)[0];

describe('published reports', () => {
  test('a scale with a configuration of its own: the weight counts, body fat is no measure of a cabin', () => {
    expect(decode(H211, H221, H233, H241)).toEqual([
      {
        kind: 'body-weight',
        status: 'valid',
        values: { weight: { value: 62.4, unit: 'kg' } },
        deviceTime: '2007-02-01T12:10:00',
        flags: ['unprotected'],
        device: { maker: 'TheCompany', model: 'TheScaleABC', serial: 'DE124567' },
        frames: 1,
      },
    ]);
  });

  test('a blood pressure monitor with the configuration that its standard fixes', () => {
    expect(decode(H211_ID_02BC, H241_ID_02BC)).toMatchObject([
      {
        kind: 'blood-pressure',
        status: 'valid',
        values: {
          systolic: { value: 120 },
          diastolic: { value: 80 },
          mean: { value: 100 },
          'pulse-rate': { value: 60 },
        },
        deviceTime: '2007-12-06T12:10:00',
      },
    ]);
  });

  test('a report without a known configuration is no reading, and says why', () => {
    for (const report of [H241, H241_ID_02BC])
      expect(decode(report)).toMatchObject([
        { status: 'invalid', reason: 'structure', detail: 'the configuration of the agent is not known' },
      ]);
  });

  test("another agent's configuration does not explain it", () => {
    expect(decode(H211_ID_02BC, H241)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
    expect(decode(H211, H221, H241_ID_02BC)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
  });

  test('a pen is understood and measures nothing', () => {
    const { NOVOPEN_ASSOCIATION, NOVOPEN_CONFIGURATION, NOVOPEN_SYSTEM, NOVOPEN_SEGMENTS, NOVOPEN_PAGE } =
      PUBLISHED;
    expect(
      decode(NOVOPEN_ASSOCIATION, NOVOPEN_CONFIGURATION, NOVOPEN_SYSTEM, NOVOPEN_SEGMENTS, NOVOPEN_PAGE),
    ).toEqual([]);
    expect(decode(NOVOPEN_PAGE)).toMatchObject([{ detail: 'the map of segment 16 is not known' }]);
  });
});

const weigh = (bytes: Uint8Array, own: Partial<ObjectOptions> = {}) =>
  decodeOne(configured({ ...WEIGHT, ...own }), fixedReport([1, bytes]));

describe('units are those of the unit code', () => {
  test.each([
    ['kg', 0xe140, 0x06c3, 70.4, 1, { weight: { value: 70.4, unit: 'kg' } }],
    ['g', 0xe140, 0x06c0, 70_400, 0, { weight: { value: 70.4, unit: 'kg' } }],
    ['lb', 0xe140, 0x06e0, 155.2, 1, { weight: { value: 70.4, unit: 'kg' } }],
    ['cm', 0xe144, 0x0511, 171.5, 1, { height: { value: 171.5, unit: 'cm' } }],
    ['m', 0xe144, 0x0500, 1.715, 3, { height: { value: 171.5, unit: 'cm' } }],
    ['in', 0xe144, 0x0560, 67.5, 1, { height: { value: 171.5, unit: 'cm' } }],
    ['°C', 19_292, 0x17a0, 36.8, 1, { temperature: { value: 36.8, unit: 'Cel' } }],
    ['°F', 19_292, 0x1140, 98.6, 1, { temperature: { value: 37, unit: 'Cel' } }],
    ['mg/dL', 29_112, 0x0852, 98, 0, { glucose: { value: 98, unit: 'mg/dL' } }],
    ['mmol/L', 29_112, 0x1272, 5.5, 1, { glucose: { value: 99, unit: 'mg/dL' } }],
  ] as const)('%s', (_name, code, unit, value, decimals, values) => {
    const slots = [{ attribute: ATTRIBUTES.simpleValue, length: 4 }];
    const report = fixedReport([1, encodeFloat(value, decimals)]);
    expect(decodeOne(configured({ code, unit, slots }), report)).toMatchObject({ status: 'valid', values });
  });

  test.each([
    ['kPa', 0x0f03, [16, 10.7, 13.3], 1, [120, 80.3, 99.8]],
    ['mmHg', 0x0f20, [120, 80, 100], 0, [120, 80, 100]],
  ] as const)('%s', (_name, unit, printed, decimals, expected) => {
    const more = [[ATTRIBUTES.compoundTypes, list([0x4a05, 0x4a06, 0x4a07].map(u16))]] as const;
    const slots = [{ attribute: ATTRIBUTES.compoundBasicValue, length: 10 }];
    const report = fixedReport([1, list(printed.map((value) => encodeSfloat(value, decimals)))]);
    const reading = decodeOne(configured({ code: 0x4a04, unit, slots, more }), report);
    expect(reading?.status === 'valid' && Object.values(reading.values).map(({ value }) => value)).toEqual(
      expected,
    );
  });

  test.each([
    ['of another quantity', 0x0852],
    ['that nobody knows', 0x7777],
  ])('a unit %s is refused', (_name, unit) => {
    expect(weigh(basicValue(70), { unit })).toMatchObject({
      status: 'invalid',
      reason: 'structure',
      detail: `unit 0x${unit.toString(16).padStart(4, '0').toUpperCase()}`,
    });
  });

  test('no unit at all is refused', () => {
    const report = fixedReport([1, basicValue(70)]);
    expect(decodeOne(configurationApdu([objectBytes({ code: 0xe140 })]), report)).toMatchObject({
      detail: 'no unit',
    });
  });

  test('a unit that a report changes holds from then on', () => {
    const toPounds = varReport([
      1,
      new Map([
        [ATTRIBUTES.unit, u16(0x06e0)],
        [ATTRIBUTES.basicValue, encodeSfloat(155, 0)],
      ]),
    ]);
    const later = fixedReport([1, basicValue(0xf000 + 1_552)]);
    expect(decode(configured(WEIGHT), toPounds, later)).toMatchObject([
      { values: { weight: { value: 70.3, unit: 'kg' } } },
      { values: { weight: { value: 70.4, unit: 'kg' } } },
    ]);
  });
});

describe('the measurement status comes before the number', () => {
  test.each([
    [0x8000, 'device-error', 'invalid'],
    [0x4000, 'unsettled', 'questionable'],
    [0x2000, 'no-value', 'not available'],
    [0x1000, 'no-value', 'calibration ongoing'],
    [0x0800, 'no-value', 'test data'],
    [0x0400, 'no-value', 'demo data'],
    [0x0200, 'unverified', 'measurement status 0x0200'],
    [0x0100, 'unverified', 'measurement status 0x0100'],
    [0x0040, 'unsettled', 'early indication'],
    [0x0020, 'unsettled', 'measurement ongoing'],
    [0x0010, 'unverified', 'measurement status 0x0010'],
    [0x0008, 'unverified', 'measurement status 0x0008'],
    [0x0004, 'unverified', 'measurement status 0x0004'],
    // The strongest counts.
    [0xffff, 'device-error', 'invalid'],
  ])('%#: %s', (status, reason, detail) => {
    // Beside any number: one that would be good, and each that is none.
    for (const sfloat of [70, 0x07ff, 0x07fe, 0x0802])
      expect(weigh(basicValue(sfloat, status))).toMatchObject({ status: 'invalid', reason, detail });
  });

  test.each([0x0080, 0x0002, 0x0001, 0x0083])('%#: validated or in alarm, the number stands', (status) => {
    expect(weigh(basicValue(70, status))).toMatchObject({ status: 'valid' });
  });

  test('an oximeter that marks its numbers invalid is searching', () => {
    const report = fixedReport([1, basicValue(97, 0x8000)], [10, basicValue(72)]);
    expect(decodeOne(configured(SPO2, PULSE), report)).toMatchObject({
      reason: 'searching',
      detail: 'invalid',
    });
  });

  test('a value may say its own status, unit and type', () => {
    const slots = [{ attribute: ATTRIBUTES.value, length: 10 }];
    const full = (status: number) => join(u16(0xe140), u16(status), u16(0x06e0), encodeFloat(155.2, 1));
    expect(weigh(full(0), { slots })).toMatchObject({ values: { weight: { value: 70.4 } } });
    expect(weigh(full(0x4000), { slots })).toMatchObject({ reason: 'unsettled' });
  });
});

describe('numbers that are none', () => {
  test.each([
    [0x07ff, 'no-value', 'NaN'],
    [0x0800, 'no-value', 'NRes'],
    [0x0801, 'no-value', 'reserved'],
    [0x07fe, 'out-of-range', 'HI'],
    [0x0802, 'out-of-range', 'LO'],
  ])('%#: %s', (sfloat, reason, detail) => {
    expect(weigh(basicValue(sfloat))).toMatchObject({ status: 'invalid', reason, detail });
  });

  test('an oximeter without a number is searching', () => {
    const report = fixedReport([1, basicValue(97)], [10, basicValue(0x07ff)]);
    expect(decodeOne(configured(SPO2, PULSE), report)).toMatchObject({
      status: 'invalid',
      reason: 'searching',
    });
  });

  test('pressures stand without a mean and without a pulse', () => {
    const pressures = list([120, 80, 0x07ff].map(u16));
    const report = fixedReport(
      [1, join(pressures, encodeAbsoluteTime('2026-03-02T09:41:05'))],
      [2, join(u16(0x07ff), encodeAbsoluteTime('2026-03-02T09:41:05'))],
    );
    const reading = decodeOne(H211_ID_02BC, report);
    expect(reading?.status === 'valid' && Object.keys(reading.values)).toEqual(['systolic', 'diastolic']);
  });

  test.each([
    [[0x07fe, 80, 100], 'HI'],
    [[120, 0x0802, 100], 'LO'],
    [[0x07ff, 0x07ff, 0x07ff], 'NaN'],
  ])('pressures %j are none', (numbers, detail) => {
    const report = fixedReport([1, join(list(numbers.map(u16)), encodeAbsoluteTime('2026-03-02T09:41:05'))]);
    expect(decodeOne(H211_ID_02BC, report)).toMatchObject({ status: 'invalid', detail });
  });

  test('what no instrument measures is out of range', () => {
    expect(weigh(basicValue(0x0004 * 100))).toMatchObject({ status: 'invalid', reason: 'out-of-range' });
    expect(weigh(basicValue(0x2700))).toMatchObject({ status: 'invalid', reason: 'out-of-range' });
  });
});

describe('dates', () => {
  test('a clock that was never set gives no time', () => {
    const reading = weigh(join(u16(70), u16(0), new Uint8Array(8)));
    expect(reading).toMatchObject({ status: 'valid' });
    expect(reading).not.toHaveProperty('deviceTime');
  });

  test('a date that no calendar has is damage', () => {
    expect(weigh(join(u16(70), u16(0), Uint8Array.of(0x20, 0x26, 0x02, 0x30, 0, 0, 0, 0)))).toMatchObject({
      status: 'invalid',
      reason: 'structure',
    });
  });

  test('two measurements of one report are two readings', () => {
    const report = fixedReport(
      [1, basicValue(70, 0, '2026-03-02T09:41:05')],
      [1, basicValue(71, 0, '2026-03-02T09:42:05')],
    );
    expect(decode(configured(WEIGHT), report)).toMatchObject([
      { values: { weight: { value: 70 } }, deviceTime: '2026-03-02T09:41:05' },
      { values: { weight: { value: 71 } }, deviceTime: '2026-03-02T09:42:05' },
    ]);
  });
});

describe('damage never makes a value out of a broken structure', () => {
  test('no cut, no lost byte of a report', () => {
    for (let at = 0; at < H241.length; at += 1) {
      expect(validReadingsOf(createDecoder, [H211, H221, H241.slice(0, at)])).toEqual([]);
      expect(validReadingsOf(createDecoder, [H211, H221, H241.filter((_, index) => index !== at)])).toEqual(
        [],
      );
    }
  });

  test('a flipped bit gives a value only where the number, its date or a place that says nothing stands, and the value is marked', () => {
    const silent = new Set([6, 7, 14, 15, 16, 17, 22, 23, 24, 25]);
    const weightAt = H241.findIndex((_, index) => index === 34);
    for (let bit = 0; bit < H241.length * 8; bit += 1) {
      const [reading] = validReadingsOf(createDecoder, [H211, H221, flipBits(H241, [bit])]);
      if (reading === undefined) continue;
      const at = bit >> 3;
      const isNumberOrDate = at >= weightAt;
      expect(isNumberOrDate || silent.has(at) || at === 9).toBe(true);
      expect(reading.flags).toContain('unprotected');
    }
  });

  test('no lengths of a configuration that disagree', () => {
    const values = (configuration: Uint8Array) => validReadingsOf(createDecoder, [H211, configuration, H241]);
    expect(values(H221)).toHaveLength(1);
    for (let at = 24; at < 44; at += 1) {
      for (const delta of [1, 0xff]) {
        const wrong = H221.slice();
        wrong[at] = ((wrong[at] ?? 0) + delta) & 0xff;
        for (const reading of values(wrong))
          expect(reading).toMatchObject({ values: { weight: { value: 62.4 } } });
      }
    }
  });

  test('a report with a handle, an attribute or a person too many is refused whole', () => {
    const configuration = configured(WEIGHT);
    for (const report of [
      fixedReport([1, basicValue(70)], [2, basicValue(70)]),
      fixedReport([1, join(basicValue(70), u16(0))]),
      varReport([
        1,
        new Map([
          [ATTRIBUTES.basicValue, u16(70)],
          [ATTRIBUTES.simpleValue, encodeFloat(71, 0)],
        ]),
      ]),
      varReport([1, new Map([[ATTRIBUTES.basicValue, u32(70)]])]),
      eventApdu(0x0d1d, join(u16(0xf000), u16(0), list([join(u16(1), octets(basicValue(70)))])), 1),
      eventApdu(0x0d23, join(u16(0xf000), u16(0), list([join(u16(1), octets(basicValue(70)))])), 1),
    ])
      expect(decode(configuration, report)).toMatchObject([{ status: 'invalid', reason: 'structure' }]);
  });

  test('a configuration with a handle twice is refused', () => {
    expect(decode(configured(WEIGHT, WEIGHT), fixedReport([1, basicValue(70)]))).toMatchObject([
      { detail: 'the configuration contradicts itself' },
      { detail: 'the configuration of the agent is not known' },
    ]);
  });

  test('any bytes, in any order: no exception, and no value but marked ones', () => {
    const known = Object.values(PUBLISHED);
    const piece = fc.oneof(
      fc.constantFrom(...known),
      fc.tuple(fc.constantFrom(...known), fc.array(fc.nat(6_000), { maxLength: 4 })).map(([apdu, bits]) =>
        flipBits(
          apdu,
          bits.map((bit) => bit % (apdu.length * 8)),
        ),
      ),
      fc.uint8Array({ maxLength: 64 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        for (const reading of validReadingsOf(createDecoder, [concatBytes(pieces)]))
          expect(reading.flags).toContain('unprotected');
      }),
      { numRuns: 1_500 },
    );
  });
});

test('the slots of a value map are read in their order', () => {
  const [value, status, time] = BASIC_SLOTS;
  if (value === undefined || status === undefined || time === undefined) throw new Error('three slots');
  const bytes = join(encodeAbsoluteTime('2026-03-02T09:41:05'), u16(0), u16(70));
  expect(weigh(bytes, { slots: [time, status, value] })).toMatchObject({ values: { weight: { value: 70 } } });
});
