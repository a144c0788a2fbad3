import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex, toHex } from '../../kit/bytes.ts';
import { cutAt, flipBits } from '../../kit/test-kit.ts';
import { COMMANDS, createFrameReader, deviceFrame, type FrameEvent, hostFrame } from './frames.ts';

const read = (...chunks: readonly Uint8Array[]): FrameEvent[] => {
  const reader = createFrameReader();
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
};
const framesIn = (events: readonly FrameEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'frame' ? [toHex(event.frame.raw)] : []));

/** Published constants: glucometerutils (22), advmeds (26, 50, 49). */
test.each([
  [COMMANDS.connect, '51 22 00 00 00 00 A3 16'],
  [COMMANDS.recordValue, '51 26 00 00 00 00 A3 1A'],
  [COMMANDS.powerOff, '51 50 00 00 00 00 A3 44'],
  [COMMANDS.saturation, '51 49 00 00 00 00 A3 3D'],
])('command %d is the published frame %s', (command, published) => {
  expect(toHex(hostFrame(command))).toBe(published);
  expect(read(hostFrame(command))).toMatchObject([
    { type: 'frame', frame: { from: 'host', command, data: new Uint8Array(4) } },
  ]);
});

test.each(['51 77 02 00 00 A3 6D', '51 71 02 00 00 A3 67'])(
  'a request of scales, %s, is one byte short and no frame',
  (published) => {
    expect(read(fromHex(published) ?? new Uint8Array())).toEqual([]);
  },
);

const REPLY = deviceFrame(COMMANDS.recordValue, 0x70, 0x01, 0x51, 0xa5);

describe('a reply', () => {
  test('cut anywhere is the same reply', () => {
    for (let at = 0; at <= REPLY.length; at += 1) {
      expect(framesIn(read(...cutAt(REPLY, [at])))).toEqual([toHex(REPLY)]);
    }
  });

  test('with one bit turned over is no frame', () => {
    for (let bit = 0; bit < REPLY.length * 8; bit += 1) {
      expect(framesIn(read(flipBits(REPLY, [bit]), REPLY))).toEqual([toHex(REPLY)]);
    }
  });

  test('that lost a byte is no frame, and the one after it is whole', () => {
    for (let lost = 0; lost < REPLY.length; lost += 1) {
      const damaged = REPLY.filter((_, index) => index !== lost);
      expect(framesIn(read(damaged, REPLY))).toEqual([toHex(REPLY)]);
    }
  });

  test('cut short at the end of the bytes is broken', () => {
    for (let length = 2; length < REPLY.length; length += 1) {
      expect(read(REPLY.slice(0, length))).toMatchObject([{ type: 'structure' }]);
    }
  });

  test('with a wrong sum is told once', () => {
    expect(read(flipBits(REPLY, [20]))).toMatchObject([{ type: 'checksum', raw: flipBits(REPLY, [20]) }]);
  });
});

test('a long stretch of other bytes is told, a glitch is not', () => {
  expect(read(new Uint8Array(40).fill(0x2a), REPLY).map(({ type }) => type)).toEqual(['structure', 'frame']);
  expect(read(new Uint8Array(4).fill(0x2a), REPLY).map(({ type }) => type)).toEqual(['frame']);
});

test('noise without end is told in pieces, and much of it at once takes no longer than bit by bit', () => {
  const noise = new Uint8Array(200_000).fill(0x51);
  const events = read(noise, REPLY);
  expect(events.length).toBeGreaterThan(500);
  expect(framesIn(events)).toEqual([toHex(REPLY)]);
  expect(framesIn(read(concatBytes([noise, REPLY])))).toEqual([toHex(REPLY)]);
});

test('replies are found in noise without their beginnings', () => {
  const noise = fc
    .uint8Array({ maxLength: 30 })
    .map((bytes) => bytes.map((byte) => (byte === 0x51 ? 0 : byte)));
  fc.assert(
    fc.property(noise, noise, (before, between) => {
      expect(framesIn(read(before, REPLY, between, REPLY))).toEqual([toHex(REPLY), toHex(REPLY)]);
    }),
  );
});
