import { describe, expect, test } from 'vitest';
import { fromHex } from '../../kit/bytes.ts';
import { createPacketCollector, decodePacket, type Packet } from './packet.ts';
import { ALL_EQUAL, type Fields, packetFrames } from './test-packets.ts';
import { readWaveFrame, type WaveFrame, waveFrame } from './wave-frames.ts';

const frameOf = (bytes: Uint8Array): WaveFrame => {
  const frame = readWaveFrame(2, Array.from(bytes));
  if (typeof frame === 'string') throw new Error(frame);
  return frame;
};
const packetOf = (fields: Fields): Packet => decodePacket(packetFrames(fields).map(frameOf));

describe('a frame', () => {
  test('of the published packet: status, wave and the byte it brings', () => {
    const bytes = Array.from(fromHex('01 81 01 00 83') ?? []);
    expect(readWaveFrame(2, bytes)).toMatchObject({ status: 0x81, pleth: 1, float: 0 });
  });

  test('of format 7 has a wave of sixteen bits and no start byte', () => {
    const bytes = waveFrame(7, 0x80, 0xabcd, 72);
    expect(Array.from(bytes.slice(0, 4))).toEqual([0x80, 0xab, 0xcd, 72]);
    expect(readWaveFrame(7, Array.from(bytes))).toMatchObject({ status: 0x80, pleth: 0xabcd, float: 72 });
  });

  test.each([
    ['another start', '02 81 01 00 84', 'structure'],
    ['bit 7 of the status low', '01 7F 01 48 C9', 'structure'],
    ['a wrong sum', '01 80 01 48 CB', 'checksum'],
  ])('with %s is none', (_name, hex, reason) => {
    expect(readWaveFrame(2, Array.from(fromHex(hex) ?? []))).toBe(reason);
  });
});

describe('a packet', () => {
  test('has nine bits of pulse rate, two and seven', () => {
    for (const rate of [0, 1, 72, 127, 128, 255, 256, 321, 510]) {
      expect(packetOf({ ...ALL_EQUAL, pulseRateDisplay: rate }).display.pulseRate).toBe(rate);
    }
  });

  test('511 and 127 stand for numbers that there are not', () => {
    const packet = packetOf({
      ...ALL_EQUAL,
      pulseRateDisplay: 511,
      oxygenSaturationDisplay: 127,
      pulseRate: 511,
    });
    expect(packet.display).toEqual({ pulseRate: undefined, oxygenSaturation: undefined });
    expect(packet.recording).toEqual({ pulseRate: undefined, oxygenSaturation: 97 });
  });

  test('has a timer of fourteen bits, SmartPoint and the battery', () => {
    const frames = packetFrames({ ...ALL_EQUAL, timer: 0x12, status2: 0x21 });
    frames[6] = waveFrame(2, 0x80, 0x80, 0x34);
    expect(decodePacket(frames.map(frameOf))).toMatchObject({
      timer: (0x12 << 7) | 0x34,
      smartPoint: true,
      lowBattery: true,
      firmware: 48,
    });
  });
});

describe('the collector', () => {
  const push = (frames: readonly Uint8Array[]): (string | undefined)[] => {
    const collector = createPacketCollector();
    const results = frames.map((bytes) => collector.push(frameOf(bytes)));
    return [...results, collector.end()].map((result) => (typeof result === 'object' ? 'packet' : result));
  };
  const told = (frames: readonly Uint8Array[]): string[] =>
    push(frames).filter((result) => result !== undefined);
  const whole = packetFrames(ALL_EQUAL);

  test('knows a packet by the SYNC of the next one, or by the end', () => {
    const nothing = Array.from({ length: 25 }, () => undefined);
    expect(push(whole)).toEqual([...nothing, 'packet']);
    expect(push([...whole, ...whole.slice(0, 1)])).toEqual([...nothing, 'packet', undefined]);
    expect(told([...whole, ...whole])).toEqual(['packet', 'packet']);
  });

  test('may begin within a packet', () => {
    expect(told([...whole.slice(7), ...whole])).toEqual(['packet']);
  });

  test('makes nothing of a packet that lost a frame, whichever it is', () => {
    for (let lost = 0; lost < 25; lost += 1) {
      const rest = [...whole.slice(0, lost), ...whole.slice(lost + 1)];
      expect(told([...rest, ...whole])).toEqual(lost === 0 ? ['packet'] : ['broken', 'packet']);
      expect(told([...whole, ...rest, ...whole])).toEqual(
        lost === 0 ? ['broken', 'packet'] : ['packet', 'broken', 'packet'],
      );
    }
  });

  test('makes nothing of a packet with a frame too many, or of two that lost one each', () => {
    const longer = [...whole.slice(0, 9), ...whole.slice(8)];
    expect(told([...whole, ...longer, ...whole])).toEqual(['packet', 'broken', 'packet']);
    const shifted = [...whole.slice(0, 9), ...whole.slice(10), ...whole.slice(1)];
    expect(told([...whole, ...shifted, ...whole])).toEqual(['packet', 'broken', 'packet']);
  });
});
