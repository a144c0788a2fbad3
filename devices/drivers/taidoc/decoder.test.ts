import { describe, expect, test } from 'vitest';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { cutAt, flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { createDecoder } from './decoder.ts';
import { deviceTimeBytes } from './device-clock.ts';
import { COMMANDS, deviceFrame } from './frames.ts';

const model = (digits: string): Uint8Array =>
  deviceFrame(COMMANDS.model, Number.parseInt(digits.slice(2), 16), Number.parseInt(digits.slice(0, 2), 16));
const TIME = deviceFrame(COMMANDS.recordTime, ...deviceTimeBytes('2026-03-02T09:41:00'));
const value = (...data: number[]): Uint8Array => deviceFrame(COMMANDS.recordValue, ...data);
const word = (number: number): [number, number] => [number & 0xff, number >> 8];

const record = (digits: string, ...data: number[]): DecodedReading | undefined =>
  readingsOf(createDecoder, [model(digits), TIME, value(...data)])[0];

describe('a thermometer', () => {
  test.each([
    [368, 36.8],
    [999, 'out-of-range'],
    [3685, 36.85],
    [4100, 41],
    [400, 40],
    [1000, 'out-of-range'],
    // Fahrenheit on the display, if it travels so: refused, never taken for Celsius.
    [986, 'out-of-range'],
    [9860, 'out-of-range'],
    [0, 'no-value'],
    [65_535, 'out-of-range'],
  ])('says %d for %s', (number, expected) => {
    const reading = record('1241', ...word(number));
    const outcome = reading?.status === 'valid' ? reading.values.temperature : reading?.reason;
    expect(outcome).toEqual(typeof expected === 'number' ? { value: expected, unit: 'Cel' } : expected);
  });

  test('has a record with its time, flagged as one of the memory', () => {
    expect(record('1261', ...word(372))).toEqual({
      kind: 'temperature',
      status: 'valid',
      values: { temperature: { value: 37.2, unit: 'Cel' } },
      deviceTime: '2026-03-02T09:41:00',
      flags: ['stored'],
      device: { maker: 'TaiDoc', model: 'TD-1261' },
      frames: 1,
    });
  });
});

describe('a glucose meter', () => {
  test.each([
    [98, 0x00, { glucose: { value: 98, unit: 'mg/dL' } }],
    [98, 0x40, { glucose: { value: 98, unit: 'mg/dL' } }],
    [260, 0x80, { glucose: { value: 260, unit: 'mg/dL' } }],
  ])('says %d with marks %d', (number, marks, values) => {
    expect(record('4277', ...word(number), 0, marks)).toMatchObject({ status: 'valid', values });
  });

  test.each([
    [98, 0xc0, { reason: 'control-solution' }],
    [19, 0, { reason: 'out-of-range', detail: 'LO' }],
    [601, 0, { reason: 'out-of-range', detail: 'HI' }],
    [0, 0, { reason: 'no-value' }],
    [45, 6 << 2, { reason: 'no-value', detail: 'haematocrit' }],
    [98, 7 << 2, { reason: 'no-value', detail: 'ketone' }],
    [98, 3 << 2, { reason: 'no-value', detail: 'substance 3' }],
    [98, 0x01, { reason: 'unverified', detail: 'unknown marks' }],
  ])('refuses %d with marks %d', (number, marks, expected) => {
    expect(record('4141', ...word(number), 0, marks)).toMatchObject({
      kind: 'blood-glucose',
      status: 'invalid',
      ...expected,
    });
  });
});

describe('a cuff', () => {
  test('has systolic, diastolic and pulse', () => {
    expect(record('3128', 128, 0, 82, 71)).toMatchObject({
      kind: 'blood-pressure',
      status: 'valid',
      values: {
        systolic: { value: 128, unit: 'mm[Hg]' },
        diastolic: { value: 82, unit: 'mm[Hg]' },
        'pulse-rate': { value: 71, unit: '/min' },
      },
    });
  });

  test.each([
    [[0, 0, 82, 71], 'no-value'],
    [[128, 0, 82, 3], 'no-value'],
    [[28, 1, 82, 71], 'unverified'],
    [[128, 0, 120, 71], 'out-of-range'],
    [[128, 0, 82, 19], 'out-of-range'],
  ])('refuses %j: %s', (data, reason) => {
    expect(record('3140', ...data)).toMatchObject({ status: 'invalid', reason });
  });
});

describe('an oximeter', () => {
  const said = (...data: number[]): DecodedReading[] =>
    readingsOf(createDecoder, [model('8255'), deviceFrame(COMMANDS.saturation, ...data)]);

  test('has saturation and pulse, without time', () => {
    expect(said(97, 0, 0, 72)).toEqual([
      {
        kind: 'oximetry',
        status: 'valid',
        values: { spo2: { value: 97, unit: '%' }, 'pulse-rate': { value: 72, unit: '/min' } },
        flags: [],
        device: { maker: 'TaiDoc', model: 'TD-8255' },
        frames: 1,
      },
    ]);
  });

  test.each([
    [[0, 0, 0, 72], 'searching'],
    [[97, 0, 0, 0], 'searching'],
    [[101, 0, 0, 72], 'out-of-range'],
    [[127, 0, 0, 255], 'out-of-range'],
  ])('refuses %j: %s', (data, reason) => {
    expect(said(...data)).toMatchObject([{ status: 'invalid', reason }]);
  });
});

describe('which instrument it is', () => {
  test.each([
    ['no model was said', []],
    ['the model is in no source', [model('9999')]],
    ['the model is no decimal number', [deviceFrame(COMMANDS.model, 0xab, 0x12)]],
    ['the model changed to an unknown one', [model('1241'), model('2555')]],
  ])('%s: a result means nothing', (_why, before) => {
    expect(readingsOf(createDecoder, [...before, value(...word(368))])).toMatchObject([
      { status: 'invalid', reason: 'unverified', detail: 'model not known' },
    ]);
  });

  test('a saturation of something else than an oximeter means nothing', () => {
    const reply = deviceFrame(COMMANDS.saturation, 97, 0, 0, 72);
    expect(readingsOf(createDecoder, [model('1241'), reply])).toMatchObject([{ reason: 'unverified' }]);
  });
});

describe('a time', () => {
  const times = (...chunks: Uint8Array[]): (string | undefined)[] =>
    readingsOf(createDecoder, [model('1241'), ...chunks]).map(({ deviceTime }) => deviceTime);
  const RESULT = value(...word(368));

  test('dates the result that follows it directly, and no other', () => {
    expect(times(TIME, RESULT, RESULT)).toEqual(['2026-03-02T09:41:00', undefined]);
    expect(times(TIME, deviceFrame(COMMANDS.recordCount, 3), RESULT)).toEqual([undefined]);
    expect(times(TIME, flipBits(RESULT, [20]), RESULT)).toEqual([undefined, undefined]);
  });
});

describe('damage', () => {
  const result = value(...word(368));
  const conversation = [model('1241'), TIME, result];
  const whole = Uint8Array.from(conversation.flatMap((frame) => [...frame]));

  test('no single flipped bit gives a value', () => {
    for (let bit = 0; bit < result.length * 8; bit += 1) {
      expect(validReadingsOf(createDecoder, [model('1241'), TIME, flipBits(result, [bit])])).toEqual([]);
    }
  });

  test('no single lost byte gives a value', () => {
    for (let lost = 0; lost < result.length; lost += 1) {
      const damaged = result.filter((_, index) => index !== lost);
      expect(validReadingsOf(createDecoder, [model('1241'), TIME, damaged])).toEqual([]);
    }
  });

  test('how the bytes are cut changes nothing', () => {
    const expected = readingsOf(createDecoder, [whole]);
    for (let at = 0; at <= whole.length; at += 1) {
      expect(readingsOf(createDecoder, cutAt(whole, [at]))).toEqual(expected);
    }
  });

  test('a damaged model takes the meaning away', () => {
    for (let bit = 0; bit < 64; bit += 1) {
      const chunks = [flipBits(model('1241'), [bit]), TIME, result];
      expect(validReadingsOf(createDecoder, chunks)).toEqual([]);
    }
  });

  test('what the host asks is no result', () => {
    const question = Uint8Array.from([0x51, 0x26, 0x70, 0x01, 0, 0, 0xa3, 0x8b]);
    expect(readingsOf(createDecoder, [model('1241'), question])).toEqual([]);
  });
});
