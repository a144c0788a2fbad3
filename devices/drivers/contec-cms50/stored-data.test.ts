import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex } from '../../kit/bytes.ts';
import { cutAt, readingsOf, validReadingsOf } from '../../kit/test-kit.ts';
import { driver } from './driver.ts';
import { devicePacket, TYPES } from './packets.ts';

const { createDecoder } = driver;
const pairs = (saturation: number, pulse: number): Uint8Array =>
  devicePacket(TYPES.storedData, saturation, pulse, saturation, pulse, saturation, pulse);
const times = (count: number, packet: Uint8Array): Uint8Array[] =>
  Array.from({ length: count }, () => packet);
const ENDED = devicePacket(TYPES.stopped);

describe('stored data', () => {
  test('three seconds a packet, one reading per run of equal values, marked as memory', () => {
    const recording = [...times(5, pairs(97, 64)), ...times(4, pairs(96, 66)), ENDED];
    expect(readingsOf(createDecoder, recording)).toMatchObject([
      { values: { spo2: { value: 97 }, 'pulse-rate': { value: 64 } }, flags: ['stored'], frames: 15 },
      { values: { spo2: { value: 96 }, 'pulse-rate': { value: 66 } }, flags: ['stored'], frames: 12 },
    ]);
  });

  test('one second a packet with its perfusion index, low byte first', () => {
    const second = devicePacket(TYPES.storedWithIndex, 98, 131, 0xc4, 0x01);
    expect(readingsOf(createDecoder, times(12, second))).toMatchObject([
      {
        values: { spo2: { value: 98 }, 'pulse-rate': { value: 131 }, 'perfusion-index': { value: 4.52 } },
        frames: 12,
      },
    ]);
  });

  test('a short run has too little agreement behind it and says so', () => {
    expect(readingsOf(createDecoder, [pairs(97, 64), ENDED])).toMatchObject([
      { status: 'valid', flags: ['stored', 'unprotected'], frames: 3 },
    ]);
  });

  test('seconds without a value are none', () => {
    expect(readingsOf(createDecoder, times(4, pairs(0x7f, 0xff)))).toMatchObject([
      { status: 'invalid', reason: 'no-value', frames: 12 },
    ]);
  });

  test('a recording never runs on into live data', () => {
    const live = fromHex('01 E0 84 93 92 BC E3 FF FF') ?? new Uint8Array();
    const readings = readingsOf(createDecoder, [...times(4, pairs(99, 60)), ...times(20, live)]);
    expect(readings).toMatchObject([
      { flags: ['stored'], frames: 12 },
      { flags: [], frames: 20 },
    ]);
  });

  test('one packet of stored data in the middle of live data is a flipped bit, and no value', () => {
    const live = fromHex('01 E0 84 93 92 BC E3 FF FF') ?? new Uint8Array();
    const flipped = live.slice();
    flipped[0] = TYPES.storedWithIndex;
    const values = validReadingsOf(createDecoder, [...times(20, live), flipped, ...times(20, live)]);
    expect(values.filter(({ flags }) => flags.includes('stored'))).toEqual([]);
  });

  test('how it is cut changes nothing', () => {
    const bytes = concatBytes([...times(6, pairs(97, 64)), ENDED]);
    const whole = validReadingsOf(createDecoder, [bytes]);
    for (let at = 0; at <= bytes.length; at += 1) {
      expect(validReadingsOf(createDecoder, cutAt(bytes, [at]))).toEqual(whole);
    }
  });
});
