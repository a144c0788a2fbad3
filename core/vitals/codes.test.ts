import { describe, expect, it } from 'vitest';
import { DEVICE_SPECIALIZATIONS, mdcCodeOf, VALUE_CODES } from './codes.ts';
import { VALUE_KEYS, VALUE_UNITS } from './kinds.ts';

/** Check digit of a LOINC code (Luhn, mod 10). */
const loincCheckDigit = (digits: string): number => {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const doubled = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10;
};

/** Partition of a term of ISO/IEEE 11073-10101: 2 supervisory, 4 dimensions, 8 device specializations (infrastructure). */
const partition = (code: string): number => Math.floor(Number(code) / 0x10000);

describe('codes of the values', () => {
  it.each(VALUE_KEYS)('%s has LOINC codes with a right check digit', (key) => {
    for (const { code } of VALUE_CODES[key].loinc) {
      const [digits = '', check] = code.split('-');
      expect(String(loincCheckDigit(digits))).toBe(check);
    }
  });

  it.each(VALUE_KEYS)('%s has an 11073 term of the right partitions', (key) => {
    const { mdc, mdcUnit } = VALUE_CODES[key];
    expect(mdc && partition(mdc.code)).toBe(mdc && 2);
    expect(mdcUnit && partition(mdcUnit.code)).toBe(mdcUnit && 4);
  });

  it('measure in 11073 dimensions that say the same as their UCUM unit', () => {
    const dimensionsOf = (unit: string) =>
      new Set(
        VALUE_KEYS.filter((key) => VALUE_UNITS[key] === unit).flatMap(
          (key) => VALUE_CODES[key].mdcUnit?.code ?? [],
        ),
      ).size;
    for (const unit of Object.values(VALUE_UNITS)) expect(dimensionsOf(unit)).toBeLessThanOrEqual(1);
  });

  it('tell the pulse of a cuff from the one of an oximeter', () => {
    expect(mdcCodeOf('pulse-rate', 'oximetry')?.code).toBe('149530');
    expect(mdcCodeOf('pulse-rate', 'blood-pressure')?.code).toBe('149546');
  });

  it('name each kind of device by a specialization of its own partition', () => {
    expect(new Set(Object.values(DEVICE_SPECIALIZATIONS).map(({ code }) => partition(code)))).toEqual(
      new Set([8]),
    );
  });
});
