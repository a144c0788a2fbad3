import { describe, expect, test } from 'vitest';
import { decodeLivePacket, livePacket } from './live-packet.ts';
import { liveFrame } from './readings.ts';

/** Signal 7, wave 50, bar 3, pulse 72, saturation 97. */
const GOOD = [0x87, 50, 3, 72, 97] as const;
const withByte = (index: number, byte: number) =>
  decodeLivePacket(GOOD.map((value, at) => (at === index ? byte : value)));

describe('a live packet', () => {
  test('is read field by field', () => {
    expect(decodeLivePacket([...GOOD])).toMatchObject({
      signal: 7,
      searchingTooLong: false,
      saturationDropping: false,
      beep: false,
      wave: 50,
      bar: 3,
      probeError: false,
      searching: false,
      pulseRate: 72,
      oxygenSaturation: 97,
    });
  });

  test.each([
    [0, 0x97, 'searchingTooLong'],
    [0, 0xa7, 'saturationDropping'],
    [0, 0xc7, 'beep'],
    [2, 0x13, 'probeError'],
    [2, 0x23, 'searching'],
  ])('byte %d of %s says %s, and nothing else', (index, byte, name) => {
    const set = Object.entries(withByte(index, byte)).flatMap(([key, value]) =>
      value === true ? [key] : [],
    );
    expect(set).toEqual([name]);
  });

  test.each([0, 1, 127, 128, 200, 254])('has bit 7 of the pulse rate %d in its third byte', (rate) => {
    const fields = { first: 0, signal: 7, wave: 50, third: 0, pulseRate: rate, oxygenSaturation: 97 };
    const bytes = livePacket(fields);
    expect(bytes.slice(1).every((byte) => byte < 0x80)).toBe(true);
    expect(decodeLivePacket(Array.from(bytes)).pulseRate).toBe(rate);
  });

  test('FF, 7F and 0F stand for what there is not', () => {
    expect(decodeLivePacket([0x8f, 0, 0x40, 0x7f, 0x7f])).toMatchObject({
      signal: undefined,
      pulseRate: undefined,
      oxygenSaturation: undefined,
    });
  });
});

describe('what a packet says', () => {
  test('status comes before numbers: none leaves a number through', () => {
    for (let saturation = 0; saturation < 128; saturation += 1) {
      const say = (first: number, third: number) =>
        liveFrame(decodeLivePacket([first, 50, third, 72, saturation])).sample;
      expect(say(0x87, 0x13)).toEqual({ type: 'none', reason: 'sensor-off' });
      expect(say(0x97, 0x33)).toEqual({ type: 'none', reason: 'sensor-off' });
      expect(say(0x87, 0x23)).toEqual({ type: 'none', reason: 'searching' });
      expect(say(0x97, 0x03)).toEqual({ type: 'none', reason: 'searching' });
      expect(say(0x8f, 0x03)).toEqual({ type: 'none', reason: 'searching' });
    }
  });

  test.each([
    ['pulse rate FF', decodeLivePacket([0x87, 50, 0x43, 0x7f, 97]), 'searching'],
    ['saturation 7F', withByte(4, 0x7f), 'searching'],
    ['saturation 101', withByte(4, 101), 'out-of-range'],
    ['saturation 0', withByte(4, 0), 'out-of-range'],
    ['pulse rate 0', withByte(3, 0), 'out-of-range'],
    ['signal 9', withByte(0, 0x89), 'structure'],
    ['signal 14', withByte(0, 0x8e), 'structure'],
  ])('%s is no value', (_name, packet, reason) => {
    expect(liveFrame(packet).sample).toEqual({ type: 'none', reason });
  });

  test('a dropping saturation and a beep leave the value as it is', () => {
    expect(liveFrame(withByte(0, 0xe7)).sample).toMatchObject({ type: 'value' });
  });

  test.each([
    [0, 0, true],
    [1, 1, true],
    [2, 1, true],
    [3, 2, false],
    [8, 4, false],
    [15, 0, true],
  ])('signal %d of 8 is quality %d of 4', (signal, quality, weak) => {
    expect(liveFrame(withByte(0, 0x80 | signal))).toMatchObject({ signal: quality, weak });
  });
});
