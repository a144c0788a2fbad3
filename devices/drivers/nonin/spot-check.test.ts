import { describe, expect, test } from 'vitest';
import { flipBits, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { driver } from './driver.ts';
import { readSpotCheck, type SpotCheckFields, spotCheckFrame } from './spot-check.ts';

const FIELDS: SpotCheckFields = {
  time: '2026-03-02T14:30:15',
  msb: 0x02,
  lsb: 0,
  pulseRate: 72,
  oxygenSaturation: 97,
};
const FRAME = spotCheckFrame(FIELDS);
const frame = (own: Partial<SpotCheckFields> = {}): Uint8Array => spotCheckFrame({ ...FIELDS, ...own });
const read = (bytes: Uint8Array) => readingsOf(driver.createDecoder, [bytes]);

describe('a spot check of format 13', () => {
  test('has the bytes of the document', () => {
    expect(Array.from(FRAME)).toEqual([
      ...[0x00, 0x02, 0x00, 0x0d, 0x00, 0x0e],
      ...[0x20, 0x26, 0x03, 0x02, 0x14, 0x30, 0x15, 0x00, 0x02, 0x00, 0x00, 72, 0x00, 97],
      ...[0x4f, 0x03],
    ]);
  });

  test('is one reading with its time', () => {
    expect(read(FRAME)).toEqual([
      {
        kind: 'oximetry',
        status: 'valid',
        values: { spo2: { value: 97, unit: '%' }, 'pulse-rate': { value: 72, unit: '/min' } },
        deviceTime: '2026-03-02T14:30:15',
        flags: [],
        device: { maker: 'Nonin', model: 'oximeter' },
        frames: 1,
      },
    ]);
  });

  test.each([72, 127, 128, 200, 255, 256, 300])(
    'has eight bits of pulse rate in its low byte: %d',
    (rate) => {
      expect(read(frame({ pulseRate: rate }))).toMatchObject([{ values: { 'pulse-rate': { value: rate } } }]);
    },
  );

  test('out of the memory is flagged, and readings that follow one another stay apart', () => {
    const stored = frame({ lsb: 0x10 });
    expect([
      ...read(stored),
      ...readingsOf(driver.createDecoder, [stored, stored, frame({ pulseRate: 150 })]),
    ]).toMatchObject([
      { status: 'valid', flags: ['stored'], frames: 1 },
      { status: 'valid', flags: ['stored'], frames: 1 },
      { status: 'valid', flags: ['stored'], frames: 1 },
      { status: 'valid', flags: [], frames: 1, values: { 'pulse-rate': { value: 150 } } },
    ]);
  });

  test.each([
    ['no measurement', { msb: 0x03 }, 'no-value', []],
    ['511', { pulseRate: 511 }, 'no-value', []],
    ['127', { oxygenSaturation: 127 }, 'no-value', []],
    ['without SmartPoint', { msb: 0 }, 'unsettled', []],
    ['101 %', { oxygenSaturation: 101 }, 'out-of-range', []],
    [
      'a stored one without measurement, battery low',
      { msb: 0x01, lsb: 0x11 },
      'no-value',
      ['stored', 'low-battery'],
    ],
  ] as const)('%s is no value', (_name, own, reason, flags) => {
    expect(read(frame(own))).toMatchObject([{ status: 'invalid', reason, flags }]);
  });

  test.each(['2026-13-02T14:30:15', '2026-02-30T14:30:15', '2000-00-00T00:00:00', '2026-03-02T24:00:00'])(
    'a time that there is not (%s) is left out: the clock is lost with the batteries',
    (time) => {
      const [reading] = read(frame({ time }));
      expect(reading).toMatchObject({ status: 'valid' });
      expect(reading).not.toHaveProperty('deviceTime');
    },
  );

  test('may have more data than today', () => {
    const longer = Uint8Array.from([...FRAME.slice(0, 5), 15, ...FRAME.slice(6, 20), 9, 0x4f + 9, 0x03]);
    expect(readSpotCheck(Array.from(longer))).toMatchObject({ pulseRate: 72, oxygenSaturation: 97 });
    expect(readSpotCheck([...FRAME.slice(0, 4), 0xff, 0xff])).toBe('structure');
    expect(readSpotCheck([...FRAME.slice(0, 5), 13])).toBe('structure');
  });

  test('no single flipped bit, no lost byte and no cut makes a value', () => {
    for (let bit = 0; bit < FRAME.length * 8; bit += 1) {
      expect(validReadingsOf(driver.createDecoder, [flipBits(FRAME, [bit])])).toEqual([]);
    }
    for (let at = 0; at < FRAME.length; at += 1) {
      const pieces = [FRAME.slice(0, at), FRAME.slice(at + 1)];
      expect(validReadingsOf(driver.createDecoder, pieces)).toEqual([]);
      expect(read(FRAME.slice(0, at))).toEqual([]);
    }
  });
});
