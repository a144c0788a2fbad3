import { describe, expect, it } from 'vitest';
import { shownValues, summaryValues } from './shown-values.ts';

const PRESSURE = {
  systolic: { value: 142, unit: 'mm[Hg]' },
  diastolic: { value: 84, unit: 'mm[Hg]' },
  mean: { value: 101, unit: 'mm[Hg]' },
  'pulse-rate': { value: 82, unit: '/min' },
} as const;

describe('shownValues', () => {
  it('shows both pressures on one card, and the pulse beside', () => {
    expect(shownValues('blood-pressure', PRESSURE, 'fr')).toEqual([
      { name: 'blood-pressure', text: '142/84', unit: 'mm[Hg]' },
      { name: 'pulse-rate', text: '82', unit: '/min' },
    ]);
  });

  it('never shows one pressure without the other', () => {
    const { systolic } = PRESSURE;
    expect(shownValues('blood-pressure', { systolic }, 'fr')).toEqual([]);
  });

  it('writes decimals as the language does, and no fewer than the device gave', () => {
    const weight = { weight: { value: 61.45, unit: 'kg' } } as const;
    expect(shownValues('body-weight', weight, 'fr')[0]?.text).toBe('61,45');
    expect(shownValues('body-weight', weight, 'en')[0]?.text).toBe('61.45');
    const whole = { weight: { value: 61, unit: 'kg' } } as const;
    expect(shownValues('body-weight', whole, 'fr')[0]?.text).toBe('61,0');
  });

  it('says the pulse once in a summary', () => {
    expect(summaryValues('blood-pressure', PRESSURE, 'fr').map(({ name }) => name)).toEqual([
      'blood-pressure',
    ]);
  });
});
