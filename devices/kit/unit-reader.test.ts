import { expect, test } from 'vitest';
import { createUnitReader, type Verdict } from './unit-reader.ts';

/** Units of three bytes: AA, a number, its double. */
const unitAt = (bytes: readonly number[]): Verdict<number> => {
  if (bytes[0] !== 0xaa) return 'structure';
  const [, number, double] = bytes;
  if (number === undefined || double === undefined) return 'more';
  return double === 2 * number ? { unit: number, length: 3 } : 'checksum';
};

const read = (bytes: readonly number[], longestDamage = 100): string[] => {
  const reader = createUnitReader({ unitAt, firstCut: 2, longestDamage });
  const all = [...bytes.flatMap((byte) => reader.push(Uint8Array.of(byte))), ...reader.end()];
  return all.map((item) =>
    item.type === 'unit' ? String(item.unit) : `${item.reason} of ${item.raw.length}`,
  );
};

test('units follow one another; a cut at either end is no damage', () => {
  expect(read([2, 4, 0xaa, 3, 6, 0xaa, 4, 8, 0xaa, 5])).toEqual(['3', '4']);
});

test('a stretch of damage is one, told when it ends, with the first reason', () => {
  expect(read([0xaa, 3, 6, 0xaa, 4, 9, 0, 0xaa, 5, 10])).toEqual(['3', 'checksum of 4', '5']);
  expect(read([0xaa, 3, 6, 1, 2])).toEqual(['3', 'structure of 2']);
  expect(read([1, 2, 3, 0xaa, 5, 10])).toEqual(['structure of 3', '5']);
});

test('a unit that begins within the damaged bytes is found', () => {
  expect(read([0xaa, 3, 6, 0xaa, 0xaa, 5, 10])).toEqual(['3', 'checksum of 1', '5']);
});

test('a long stretch is told in pieces', () => {
  expect(read([0xaa, 3, 6, ...Array.from({ length: 25 }, () => 1)], 10)).toEqual([
    '3',
    'structure of 10',
    'structure of 10',
    'structure of 5',
  ]);
  expect(read([0xaa, 3, 6, ...Array.from({ length: 10 }, () => 1), 0xaa, 5, 10], 10)).toEqual([
    '3',
    'structure of 10',
    '5',
  ]);
});
