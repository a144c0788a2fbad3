import { describe, expect, it } from 'vitest';
import type { Values } from '#core/vitals/kinds.ts';
import { dateDigits, pressureText, valueText } from './value-text.ts';

const PRESSURES: Values = {
  systolic: { value: 142, unit: 'mm[Hg]' },
  diastolic: { value: 84, unit: 'mm[Hg]' },
};

describe('a value on a staff screen', () => {
  it('is absent when the reading has none', () => {
    expect(valueText(PRESSURES, 'pulse-rate', 'fr')).toBeUndefined();
    expect(pressureText({ systolic: { value: 142, unit: 'mm[Hg]' } }, 'fr')).toBeUndefined();
  });

  it('writes the two pressures together', () => {
    expect(pressureText(PRESSURES, 'fr')).toBe('142/84');
  });

  it('follows the language of the reader', () => {
    expect(valueText({ weight: { value: 68.4, unit: 'kg' } }, 'weight', 'fr')).toBe('68,4');
    expect(valueText({ weight: { value: 68.4, unit: 'kg' } }, 'weight', 'en')).toBe('68.4');
  });

  it('writes a birth date as it is typed', () => {
    expect(dateDigits('1948-03-02')).toBe('02/03/1948');
  });
});
