import { expect, test } from 'vitest';
import { createApduAssembly } from './apdu-assembly.ts';

const apdu = (kind: number, ...content: number[]): number[] => [
  kind,
  0,
  content.length >> 8,
  content.length & 0xff,
  ...content,
];
const FIRST = apdu(0xe7, ...Array.from({ length: 300 }, (_, index) => index & 0xff));
const SECOND = apdu(0xe4, 0, 0);

const assemble = (...packets: number[][]): number[][] => {
  const assembly = createApduAssembly();
  const apdus = packets.flatMap((packet) => [...assembly.push(Uint8Array.from(packet))]);
  return [...apdus, ...assembly.flush()].map((bytes) => [...bytes]);
};

test.each([1, 3, 8, 64, 303, 304, 310, 512])('packets of %i bytes become APDUs', (size) => {
  const bytes = [...FIRST, ...SECOND];
  const packets = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  );
  expect(assemble(...packets)).toEqual([FIRST, SECOND]);
});

test('an empty packet is nothing', () => {
  expect(assemble([], FIRST, [], SECOND.slice(0, 2), [], SECOND.slice(2))).toEqual([FIRST, SECOND]);
});

test('bytes that begin no APDU come back as they are, and what follows them is read', () => {
  expect(assemble([1, 2, 3], SECOND)).toEqual([[1, 2, 3], SECOND]);
  expect(assemble([...SECOND, 0xff, 1], SECOND)).toEqual([SECOND, [0xff, 1], SECOND]);
  expect(assemble([0xe7, 9, 0, 0])).toEqual([[0xe7, 9, 0, 0]]);
});

test('what is never completed is given out at the end', () => {
  expect(assemble(FIRST.slice(0, 64))).toEqual([FIRST.slice(0, 64)]);
  expect(assemble([0xe7])).toEqual([[0xe7]]);
});
