import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatBytes, fromHex, fromLatin1, toHex, toLatin1 } from '../../kit/bytes.ts';
import { acknowledgement, commandFrame, createFrameReader, deviceFrame, type FrameEvent } from './frames.ts';

const read = (...chunks: Uint8Array[]): FrameEvent[] => {
  const reader = createFrameReader();
  return [...chunks.flatMap((chunk) => reader.push(chunk)), ...reader.end()];
};
const summary = (...chunks: Uint8Array[]): string[] =>
  read(...chunks)
    .filter(({ type }) => type !== 'noise')
    .map((event) => (event.type === 'text' ? toLatin1(event.text) : event.type));
const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array();

test.each([
  ['ST', '16 16 01 30 20 02 53 54 03 07'],
  ['SP', '16 16 01 30 20 02 53 50 03 03'],
  ['RB', '16 16 01 30 30 02 52 42 03 10'],
  ['RP', '16 16 01 30 30 02 52 50 03 02'],
] as const)('command %s is the published constant', (command, bytes) => {
  expect(toHex(commandFrame(command))).toBe(bytes);
});

const PIECES = fc.oneof(
  fc.uint8Array({ maxLength: 30 }),
  fc.constantFrom(
    acknowledgement(true),
    deviceFrame(fromLatin1('a result')),
    deviceFrame(fromLatin1('a result')).slice(0, -1),
    hex('16'),
    hex('16 16 01 30 30 02'),
  ),
);

describe('createFrameReader', () => {
  const result = deviceFrame(fromLatin1('a result'));

  test('reads answers, commands and texts, glued and after noise', () => {
    expect(
      summary(
        acknowledgement(true),
        result,
        acknowledgement(false),
        hex('00 FF 16'),
        result,
        commandFrame('ST'),
      ),
    ).toEqual(['ack', 'a result', 'nak', 'a result', 'ST']);
  });

  test('a third SYN is no harm', () => {
    expect(summary(hex('16'), result)).toEqual(['a result']);
  });

  test('a wrong BCC is told apart from a broken frame', () => {
    const wrong = result.slice();
    wrong[result.length - 1] = 0x55;
    expect(summary(wrong)).toEqual(['checksum']);
    expect(summary(result.slice(0, -1))).toEqual(['structure']);
    expect(summary(result.slice(0, 9), result)).toEqual(['structure', 'a result']);
  });

  test('a frame whose BCC was lost does not swallow the next one', () => {
    expect(summary(result.slice(0, -1), result)).toEqual(['checksum', 'a result']);
  });

  test("only the device's own address may bring a text", () => {
    const foreign = result.slice();
    foreign[4] = 0x20;
    expect(summary(foreign)).toEqual(['structure']);
  });

  test('long noise is told once, short noise not at all', () => {
    expect(summary(fromLatin1('x'.repeat(15)))).toEqual([]);
    expect(summary(fromLatin1('x'.repeat(16)), result)).toEqual(['structure', 'a result']);
  });

  test('every byte belongs to one stretch, in order', () => {
    fc.assert(
      fc.property(fc.array(PIECES, { maxLength: 12 }), (pieces) => {
        const stream = concatBytes(pieces);
        expect(toHex(concatBytes(read(...pieces).map(({ raw }) => raw)))).toBe(toHex(stream));
        expect(read(stream)).toEqual(read(...pieces));
      }),
    );
  });

  test('noise without end is told in pieces, and kept no longer', () => {
    expect(summary(fromLatin1('x'.repeat(600)), result)).toEqual([
      'structure',
      'structure',
      'structure',
      'a result',
    ]);
    expect(summary(new Uint8Array(600).fill(0x16)).length).toBeGreaterThan(1);
  });
});
