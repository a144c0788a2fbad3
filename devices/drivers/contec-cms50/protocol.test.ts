import { describe, expect, test } from 'vitest';
import { decodeRealTime, isLowPerfusion, sampleOf, signalQuality } from './protocol.ts';

const frame = (...data: number[]) => decodeRealTime(Uint8Array.from(data));
/** Signal 7, waveform 50, bar 3, pulse 72, saturation 97, perfusion index 4.25. */
const GOOD = [0x07, 50, 3, 72, 97, 0xa9, 0x01] as const;
const withByte = (index: number, byte: number) =>
  frame(...GOOD.map((value, at) => (at === index ? byte : value)));

describe('decodeRealTime', () => {
  test('reads every field', () => {
    expect(frame(...GOOD)).toEqual({
      signal: 7,
      searchingTooLong: false,
      saturationLow: false,
      beep: false,
      probeError: false,
      waveform: 50,
      searching: false,
      bar: 3,
      pulseRate: 72,
      oxygenSaturation: 97,
      perfusionIndex: 4.25,
    });
  });

  test.each([
    [0x10, 'searchingTooLong'],
    [0x20, 'saturationLow'],
    [0x40, 'beep'],
    [0x80, 'probeError'],
  ])('reads status bit %s as %s', (bit, name) => {
    expect(withByte(0, 0x07 | bit)).toMatchObject({ signal: 7, [name]: true });
  });

  test('has no perfusion index when the device says so, in either way', () => {
    expect(withByte(2, 0x13).perfusionIndex).toBeUndefined();
    expect(frame(...GOOD.slice(0, 5), 0xff, 0xff).perfusionIndex).toBeUndefined();
  });
});

describe('sampleOf', () => {
  test('status bits come before numbers: no status leaves a number through', () => {
    for (let saturation = 0; saturation < 256; saturation += 1) {
      const numbers = [72, saturation, 0xff, 0xff] as const;
      expect(sampleOf(frame(0x87, 50, 3, ...numbers))).toEqual({ type: 'none', reason: 'sensor-off' });
      expect(sampleOf(frame(0x17, 50, 3, ...numbers))).toEqual({ type: 'none', reason: 'searching' });
      expect(sampleOf(frame(0x07, 50 | 0x80, 3, ...numbers))).toEqual({ type: 'none', reason: 'searching' });
      expect(sampleOf(frame(0x97, 50 | 0x80, 3, ...numbers))).toEqual({ type: 'none', reason: 'sensor-off' });
    }
  });

  test.each([
    ['pulse rate FF', withByte(3, 0xff), 'searching'],
    ['saturation 7F', withByte(4, 0x7f), 'searching'],
    ['saturation 101', withByte(4, 101), 'out-of-range'],
    ['saturation FF', withByte(4, 0xff), 'out-of-range'],
    ['saturation 0', withByte(4, 0), 'out-of-range'],
    ['pulse rate 0', withByte(3, 0), 'out-of-range'],
    ['signal 9', withByte(0, 0x09), 'structure'],
  ])('%s is no value', (_name, decoded, reason) => {
    expect(sampleOf(decoded)).toEqual({ type: 'none', reason });
  });

  test('a falling saturation and a beep leave the value as it is', () => {
    expect(sampleOf(withByte(0, 0x67))).toMatchObject({
      type: 'value',
      value: { spo2: { value: 97, unit: '%' } },
    });
  });
});

test('perfusion is low by its index, or by the signal where the device has no index', () => {
  expect(isLowPerfusion(frame(...GOOD))).toBe(false);
  expect(isLowPerfusion(frame(...GOOD.slice(0, 5), 29, 0))).toBe(true);
  expect(isLowPerfusion(frame(0x02, 50, 0x13, 72, 97, 0xff, 0xff))).toBe(true);
  expect(isLowPerfusion(frame(0x03, 50, 0x13, 72, 97, 0xff, 0xff))).toBe(false);
});

test.each([
  [0, 0],
  [1, 1],
  [4, 2],
  [8, 4],
  [15, 0],
])('signal %d of 8 is quality %d of 4', (signal, quality) => {
  expect(signalQuality(withByte(0, signal))).toBe(quality);
});
