import { describe, expect, it } from 'vitest';
import type { Values } from '#core/vitals/kinds.ts';
import { dateText, numberText, pressureText, valueText } from './value-text.ts';

const PRESSURES: Values = {
  systolic: { value: 142, unit: 'mm[Hg]' },
  diastolic: { value: 84, unit: 'mm[Hg]' },
};

describe('a value on screen', () => {
  it('follows the language of the reader and keeps the decimals of the device', () => {
    expect(numberText('weight', 72, 'fr')).toBe('72,0');
    expect(numberText('weight', 72.45, 'en')).toBe('72.45');
    expect(numberText('spo2', 96, 'fr')).toBe('96');
  });

  it('is absent when the reading has none', () => {
    expect(valueText(PRESSURES, 'pulse-rate', 'fr')).toBeUndefined();
    expect(pressureText({ systolic: { value: 142, unit: 'mm[Hg]' } }, 'fr')).toBeUndefined();
  });

  it('writes the two pressures together', () => {
    expect(pressureText(PRESSURES, 'fr')).toBe('142/84');
  });

  it('does not move a birth date to another day by the time zone', () => {
    expect(dateText('1948-03-02', 'fr')).toBe('02/03/1948');
  });
});
