import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFUSED_UNITS, fromUnit, isUsual, otherUnits } from './confused-units.ts';
import { HARD_LIMITS, isPlausible } from './plausibility.ts';
import { SOFT_LIMITS } from './soft-limits.ts';

describe('a value read in another unit', () => {
  it.each([
    ['[lb_av]', { weight: 154 }, { weight: { value: 69.9, unit: 'kg' } }],
    ['[degF]', { temperature: 98.6 }, { temperature: { value: 37, unit: 'Cel' } }],
    [
      'kPa',
      { systolic: 16, diastolic: 10.7 },
      { systolic: { value: 120, unit: 'mm[Hg]' }, diastolic: { value: 80, unit: 'mm[Hg]' } },
    ],
    [
      'cm[Hg]',
      { systolic: 14, diastolic: 8 },
      { systolic: { value: 140, unit: 'mm[Hg]' }, diastolic: { value: 80, unit: 'mm[Hg]' } },
    ],
    ['mmol/L', { glucose: 5.5 }, { glucose: { value: 99, unit: 'mg/dL' } }],
    ['g/L', { glucose: 1.1 }, { glucose: { value: 110, unit: 'mg/dL' } }],
  ] as const)('%s', (unit, numbers, values) => {
    expect(fromUnit(numbers, unit)).toEqual(values);
    expect(otherUnits(numbers)).toContainEqual({ unit, values });
  });

  it('leaves what has no such unit as it is: a pulse beside pressures', () => {
    expect(fromUnit({ systolic: 16, diastolic: 10, 'pulse-rate': 72 }, 'kPa')).toMatchObject({
      'pulse-rate': { value: 72, unit: '/min' },
    });
  });

  it('is not asked about a usual value, nor where no unit makes it usual', () => {
    expect(otherUnits({ weight: 72 })).toEqual([]);
    expect(otherUnits({ temperature: 37.2 })).toEqual([]);
    expect(otherUnits({ glucose: 30 })).toEqual([]);
    expect(otherUnits({ systolic: 142, diastolic: 84 })).toEqual([]);
  });

  it('offers usual values only, whatever was typed', () => {
    const typed = fc.double({ min: 0, max: 9_999, noNaN: true });
    fc.assert(
      fc.property(typed, typed, typed, typed, (weight, temperature, glucose, systolic) => {
        for (const { unit, values } of otherUnits({ weight, temperature, glucose, systolic })) {
          expect(CONFUSED_UNITS).toContain(unit);
          expect(isUsual(values) && isPlausible(values)).toBe(true);
        }
      }),
    );
  });
});

it('soft limits lie within the hard ones', () => {
  for (const [key, { low, high }] of Object.entries(HARD_LIMITS)) {
    const soft = SOFT_LIMITS[key as keyof typeof HARD_LIMITS];
    expect(soft?.low ?? low).toBeGreaterThanOrEqual(low);
    expect(soft?.high ?? high).toBeLessThanOrEqual(high);
  }
});
