import { expect, test } from 'vitest';
import { CENTIMETRES_PER_INCH, convertPrinted, KILOGRAMS_PER_POUND } from './convert.ts';

test.each([
  [230.8, 1, KILOGRAMS_PER_POUND, 104.69],
  [154, 0, KILOGRAMS_PER_POUND, 69.9],
  [67.5, 1, CENTIMETRES_PER_INCH, 171.5],
  [67, 0, CENTIMETRES_PER_INCH, 170],
  [82.7, 1, 1, 82.7],
])('%d with %d decimals, times %d, is %d', (value, decimals, factor, expected) => {
  expect(convertPrinted({ value, decimals }, factor)).toBe(expected);
});
