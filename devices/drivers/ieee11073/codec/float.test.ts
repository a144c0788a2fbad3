import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeFloat, decodeSfloat, encodeFloat, encodeSfloat } from './float.ts';

const number = (value: number, decimals: number) => ({ type: 'number', value, decimals });
const special = (what: string) => ({ type: 'special', special: what });

describe('a FLOAT', () => {
  test.each([
    // Published with their values.
    [0xfb12d687, number(12.34567, 5)],
    [0xff000270, number(62.4, 1)],
    [0xff0002fa, number(76.2, 1)],
    [0xff0002f8, number(76, 1)],
    // Whole numbers, powers of ten, negative ones.
    [0x00000064, number(100, 0)],
    [0x02000003, number(300, 0)],
    [0x00ffff9c, number(-100, 0)],
    [0xfeffffff, number(-0.01, 2)],
    [0x00000000, number(0, 0)],
    // The numbers beside the special ones.
    [0x007ffffd, number(8_388_605, 0)],
    [0x00800003, number(-8_388_605, 0)],
  ])('%#: %s', (raw, expected) => {
    expect(decodeFloat(raw)).toEqual(expected);
  });

  test.each([
    [0x007ffffe, 'positive-infinity'],
    [0x007fffff, 'nan'],
    [0x00800000, 'nres'],
    [0x00800001, 'reserved'],
    [0x00800002, 'negative-infinity'],
  ])('%#: %s, whatever the exponent', (raw, expected) => {
    for (const exponent of [0x00, 0x01, 0xff, 0x80]) {
      expect(decodeFloat(raw + exponent * 0x100_0000)).toEqual(special(expected));
    }
  });

  test('of the pen is 3.0 units', () => {
    expect(decodeFloat(0xff00001e)).toEqual(number(3, 1));
    expect(decodeFloat(0x7fffff04)).toMatchObject({ type: 'number' });
  });
});

describe('a SFLOAT', () => {
  test.each([
    [0xf3cf, number(97.5, 1)],
    [0xf321, number(80.1, 1)],
    [0xf258, number(60, 1)],
    [0x0078, number(120, 0)],
    [0x0062, number(98, 0)],
    [0x1002, number(20, 0)],
    [0x0fff, number(-1, 0)],
    [0x07fd, number(2_045, 0)],
    [0x0803, number(-2_045, 0)],
  ])('%#: %s', (raw, expected) => {
    expect(decodeSfloat(raw)).toEqual(expected);
  });

  test.each([
    [0x07fe, 'positive-infinity'],
    [0x07ff, 'nan'],
    [0x0800, 'nres'],
    [0x0801, 'reserved'],
    [0x0802, 'negative-infinity'],
  ])('%#: %s, whatever the exponent', (raw, expected) => {
    for (const exponent of [0x0, 0x1, 0xf, 0x8]) {
      expect(decodeSfloat(raw + exponent * 0x1000)).toEqual(special(expected));
    }
  });
});

const rawOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);

test('what is written is read again', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -8_388_000, max: 8_388_000 }),
      fc.integer({ min: 0, max: 5 }),
      (mantissa, decimals) => {
        const value = Number(`${mantissa}e${-decimals}`);
        expect(decodeFloat(rawOf(encodeFloat(value, decimals)))).toEqual(number(value, decimals));
      },
    ),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: -2_040, max: 2_040 }),
      fc.integer({ min: 0, max: 5 }),
      (mantissa, decimals) => {
        const value = Number(`${mantissa}e${-decimals}`);
        expect(decodeSfloat(rawOf(encodeSfloat(value, decimals)))).toEqual(number(value, decimals));
      },
    ),
  );
});

test('every SFLOAT is a number or says why it is none', () => {
  const specials = Array.from({ length: 0x1_0000 }, (_, raw) => decodeSfloat(raw)).filter(
    (decoded) => decoded.type === 'special',
  );
  expect(specials).toHaveLength(5 * 16);
});
