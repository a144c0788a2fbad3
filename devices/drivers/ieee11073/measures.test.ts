import { describe, expect, test } from 'vitest';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { readingsOf } from '../../kit/test-kit.ts';
import {
  basicValue,
  configured,
  eventApdu,
  fixedReport,
  type ObjectOptions,
  PULSE,
  SPO2,
  WEIGHT,
} from './agent-bytes.ts';
import { encodeAbsoluteTime } from './codec/absolute-time.ts';
import { writeApdu } from './codec/apdu.ts';
import { writeAssociationRequest } from './codec/association.ts';
import { join, list, octets, u16 } from './codec/byte-writer.ts';
import { encodeFloat } from './codec/float.ts';
import { createDecoder } from './decoder.ts';
import { ATTRIBUTES, CLASSES } from './model/nomenclature.ts';

const decode = (...apdus: Uint8Array[]): DecodedReading[] => readingsOf(createDecoder, apdus);
const decodeOne = (...apdus: Uint8Array[]): DecodedReading | undefined => decode(...apdus)[0];

describe('what an agent measures', () => {
  test('the slow value counts, not the fast one beside it', () => {
    const fast: ObjectOptions = {
      ...SPO2,
      handle: 3,
      more: [[ATTRIBUTES.supplementalTypes, list([join(u16(2), u16(0x4c34))])]],
    };
    const report = fixedReport([1, basicValue(97)], [10, basicValue(72)], [3, basicValue(91)]);
    expect(decode(configured(SPO2, PULSE, fast), report)).toMatchObject([
      { values: { spo2: { value: 97 } } },
    ]);
  });

  test('a saturation without a pulse is not complete, a pulse alone neither', () => {
    expect(decode(configured(SPO2, PULSE), fixedReport([1, basicValue(97)]))).toMatchObject([
      { status: 'invalid', reason: 'no-value', detail: 'no pulse-rate' },
    ]);
    expect(decode(configured(SPO2, PULSE), fixedReport([10, basicValue(72)]))).toMatchObject([
      { status: 'invalid', reason: 'no-value', detail: 'no spo2' },
    ]);
  });

  test('control solution is no blood, whatever the number', () => {
    for (const code of [29_136, 29_300, 29_304, 29_308])
      expect(decodeOne(configured({ code, unit: 0x0852 }), fixedReport([1, basicValue(105)]))).toMatchObject({
        kind: 'blood-glucose',
        status: 'invalid',
        reason: 'control-solution',
      });
  });

  test.each([
    ['entered by hand', 0xf048],
    ['a setting', 0xf044],
    ['calculated', 0xf042],
  ])('a number that is %s was not measured', (_name, specification) => {
    const more = [[ATTRIBUTES.metricSpecification, u16(specification)]] as const;
    expect(decode(configured({ ...WEIGHT, more }), fixedReport([1, basicValue(70)]))).toEqual([]);
  });

  test('a finger is skin, interstitial fluid is no blood, body fat is no measure', () => {
    for (const [code, unit] of [
      [57_360, 0x17a0],
      [29_140, 0x0852],
      [0xe14c, 0x0220],
    ] as const)
      expect(decode(configured({ code, unit }), fixedReport([1, basicValue(37)]))).toEqual([]);
  });

  test('perfusion in % belongs to the oximetry', () => {
    const perfusion: ObjectOptions = { handle: 11, code: 0x4bb0, unit: 0x0220 };
    const report = fixedReport([1, basicValue(97)], [10, basicValue(72)], [11, basicValue(0xf000 + 34)]);
    expect(decodeOne(configured(SPO2, PULSE, perfusion), report)).toMatchObject({
      values: { 'perfusion-index': { value: 3.4, unit: '%' } },
    });
  });
});

describe('the status of a device', () => {
  const status = (code: number, partition: number): ObjectOptions => ({
    handle: 20,
    objectClass: CLASSES.enumeration,
    partition,
    code,
    slots: [{ attribute: ATTRIBUTES.basicBits, length: 2 }],
  });
  const oximetry = (bits: number) =>
    decode(
      configured(SPO2, PULSE, status(0x4c4c, 2)),
      fixedReport([1, basicValue(97)], [10, basicValue(72)], [20, u16(bits)]),
    );

  test.each([
    [0x8000, 'sensor-off', 'sensor-disconnected'],
    [0x4000, 'device-error', 'sensor-malfunction'],
    [0x2000, 'sensor-off', 'sensor-displaced'],
    [0x1000, 'device-error', 'sensor-unsupported'],
    [0x0800, 'sensor-off', 'sensor-off'],
    [0x0400, 'unsettled', 'sensor-interference'],
    [0x0200, 'searching', 'signal-searching'],
    [0x0100, 'unsettled', 'signal-pulse-questionable'],
    [0x0080, 'searching', 'signal-non-pulsatile'],
    [0x0040, 'unsettled', 'signal-erratic'],
    [0x0008, 'unsettled', 'signal-inadequate'],
    [0x0004, 'unsettled', 'signal-processing-irregularity'],
    [0x0002, 'device-error', 'device-equipment-malfunction'],
    [0x0001, 'unsettled', 'device-extended-update'],
    [0x0a00, 'sensor-off', 'sensor-off'],
  ])('%#: %s takes good numbers away', (bits, reason, detail) => {
    expect(oximetry(bits)).toMatchObject([{ kind: 'oximetry', status: 'invalid', reason, detail }]);
  });

  test.each([0x0020, 0x0010, 0x0030])('%#: low perfusion is told beside the numbers', (bits) => {
    expect(oximetry(bits)).toMatchObject([{ status: 'valid', flags: ['low-perfusion', 'unprotected'] }]);
  });

  test('is told even when no number comes with it', () => {
    const report = fixedReport([20, u16(0x0800)]);
    expect(decode(configured(SPO2, PULSE, status(0x4c4c, 2)), report)).toMatchObject([
      { kind: 'oximetry', reason: 'sensor-off' },
    ]);
  });

  test.each([
    [0x8000, { status: 'valid', flags: ['low-battery', 'unprotected'] }],
    [0x2000, { reason: 'device-error', detail: 'sensor-sample-size-insufficient' }],
    [0x0400, { reason: 'out-of-range', detail: 'HI' }],
    [0x0200, { reason: 'out-of-range', detail: 'LO' }],
    [0x0010, { reason: 'device-error', detail: 'sensor-temp-out-of-range' }],
  ])('of a glucose meter %#: %j', (bits, expected) => {
    const meter: ObjectOptions = { code: 29_112, unit: 0x0852 };
    const report = fixedReport([1, basicValue(98)], [20, u16(bits)]);
    expect(decode(configured(meter, status(0x71d8, 128)), report)).toMatchObject([expected]);
  });
});

describe('what a standard fixes', () => {
  const associate = (configurationId: number): Uint8Array =>
    writeApdu(
      0xe200,
      writeAssociationRequest({
        protocolVersion: 0x8000_0000,
        encodingRules: 0x8000,
        nomenclatureVersion: 0x8000_0000,
        functionalUnits: 0,
        systemType: 0x0080_0000,
        systemId: '1122334455667788',
        configurationId,
        dataRequests: { flags: 1, byAgent: 1, byManager: 0 },
      }),
    );
  const at = encodeAbsoluteTime('2026-03-02T09:41:05');

  test.each([
    [
      '0190',
      0x0190,
      [
        [1, u16(97)],
        [10, u16(72)],
      ],
      { spo2: 97, 'pulse-rate': 72 },
    ],
    [
      '0190 with times',
      0x0190,
      [
        [1, join(u16(97), at)],
        [10, join(u16(72), at)],
      ],
      { spo2: 97, 'pulse-rate': 72 },
    ],
    [
      '0191',
      0x0191,
      [
        [1, join(u16(97), at)],
        [10, join(u16(72), at)],
      ],
      { spo2: 97, 'pulse-rate': 72 },
    ],
    [
      '02BC',
      0x02bc,
      [
        [1, join(list([120, 80, 93].map(u16)), at)],
        [2, join(u16(60), at)],
      ],
      { systolic: 120, diastolic: 80, mean: 93, 'pulse-rate': 60 },
    ],
    ['0320 with SFLOAT', 0x0320, [[1, join(u16(0xf16f), at)]], { temperature: 36.7 }],
    ['0320 with FLOAT', 0x0320, [[1, join(encodeFloat(36.7, 1), at)]], { temperature: 36.7 }],
    ['05DC', 0x05dc, [[1, join(encodeFloat(76.2, 1), at)]], { weight: 76.2 }],
    ['06A4', 0x06a4, [[1, join(u16(98), at)]], { glucose: 98 }],
  ] as const)('%s is read without being described', (_, id, said, expected) => {
    const reading = decodeOne(associate(id), fixedReport(...said));
    const values = reading?.status === 'valid' ? Object.entries(reading.values) : [];
    expect(Object.fromEntries(values.map(([key, { value }]) => [key, value]))).toEqual(expected);
  });

  test('nothing else is guessed at', () => {
    const report = fixedReport([1, join(u16(97), at)]);
    for (const id of [0x018f, 0x0192, 0x3fff, 0x4000])
      expect(decode(associate(id), report)).toMatchObject([
        { status: 'invalid', detail: 'the configuration of the agent is not known' },
      ]);
    expect(decode(associate(0x0190), fixedReport([1, join(u16(97), u16(0), at)]))).toMatchObject([
      { status: 'invalid', reason: 'structure' },
    ]);
  });
});

describe('several persons in one report', () => {
  const personal = (...said: readonly (readonly [person: number, value: Uint8Array])[]): Uint8Array =>
    eventApdu(
      0x0d1f,
      join(
        u16(0xf000),
        u16(0),
        list(said.map(([person, value]) => join(u16(person), list([join(u16(1), octets(value))])))),
      ),
    );

  test('are readings of their own', () => {
    const report = personal([1, basicValue(70)], [2, basicValue(80)]);
    expect(decode(configured(WEIGHT), report)).toMatchObject([
      { values: { weight: { value: 70 } } },
      { values: { weight: { value: 80 } } },
    ]);
  });

  test('never share a number: a saturation of one and a pulse of another are no reading', () => {
    const each = (person: number, handle: number, value: number) =>
      join(u16(person), list([join(u16(handle), octets(basicValue(value)))]));
    const report = eventApdu(0x0d1f, join(u16(0xf000), u16(0), list([each(1, 1, 97), each(2, 10, 72)])));
    for (const reading of decode(configured(SPO2, PULSE), report)) expect(reading.status).toBe('invalid');
  });
});
