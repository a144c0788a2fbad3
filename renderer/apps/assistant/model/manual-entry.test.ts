import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARD_LIMITS } from '#core/vitals/plausibility.ts';
import { entriesInOtherUnits, entryFields, parseEntries, parseEntry } from './manual-entry.ts';

describe('a number typed by hand', () => {
  it.each([
    ['72,4', 72.4],
    ['72.4', 72.4],
    [' 72,40 ', 72.4],
    ['72', 72],
  ])('reads %s as %d kg', (text, value) => {
    expect(parseEntry(text, 'weight')).toEqual({ ok: true, value });
  });

  it('refuses 724 kg instead of guessing the forgotten comma', () => {
    expect(parseEntry('724', 'weight')).toEqual({
      ok: false,
      failure: { problem: 'out-of-range', low: 2, high: 350 },
    });
  });

  it.each(['', '  '])('calls %j empty', (text) => {
    expect(parseEntry(text, 'spo2')).toEqual({ ok: false, failure: { problem: 'empty' } });
  });

  it.each(['9 6', '1e2', '-96', '96%', '9,6,1', ',5', '1.234,5', '٩٦'])('refuses %s', (text) => {
    expect(parseEntry(text, 'weight')).toEqual({ ok: false, failure: { problem: 'not-a-number' } });
  });

  it('refuses decimals that no oximeter shows', () => {
    expect(parseEntry('96,5', 'spo2')).toEqual({
      ok: false,
      failure: { problem: 'too-precise', decimals: 0 },
    });
  });

  it('yields only what lies within the hard limits', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseEntry(text, 'weight');
        return (
          !parsed.ok || (parsed.value >= HARD_LIMITS.weight.low && parsed.value <= HARD_LIMITS.weight.high)
        );
      }),
    );
  });

  it('reads back every weight of one decimal, with either separator', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 3_500 }), fc.constantFrom(',', '.'), (tenths, separator) => {
        const text = `${Math.floor(tenths / 10)}${separator}${tenths % 10}`;
        expect(parseEntry(text, 'weight')).toEqual({ ok: true, value: tenths / 10 });
      }),
    );
  });
});

describe('an entry by hand', () => {
  it('asks for the pulse as an option of the cuff only', () => {
    expect(entryFields('blood-pressure').map(({ key, optional }) => [key, optional])).toEqual([
      ['systolic', false],
      ['diastolic', false],
      ['pulse-rate', true],
    ]);
    expect(entryFields('oximetry').every(({ optional }) => !optional)).toBe(true);
  });

  it('carries the unit with the value and leaves out what was not typed', () => {
    expect(parseEntries('blood-pressure', { systolic: '142', diastolic: '84', 'pulse-rate': '' })).toEqual({
      ok: true,
      value: { systolic: { value: 142, unit: 'mm[Hg]' }, diastolic: { value: 84, unit: 'mm[Hg]' } },
    });
  });

  it('names every field that is wrong', () => {
    expect(parseEntries('oximetry', { spo2: '101' })).toEqual({
      ok: false,
      failure: {
        fields: {
          spo2: { problem: 'out-of-range', low: 50, high: 100 },
          'pulse-rate': { problem: 'empty' },
        },
        pressures: false,
      },
    });
  });

  it('refuses pressures that were swapped', () => {
    expect(parseEntries('blood-pressure', { systolic: '84', diastolic: '142' })).toEqual({
      ok: false,
      failure: { fields: {}, pressures: true },
    });
  });
});

describe('an entry that is rare in its own unit', () => {
  it('is offered in the units that make it usual', () => {
    const offered = entriesInOtherUnits('blood-pressure', {
      systolic: '14',
      diastolic: '8,5',
      'pulse-rate': '72',
    });
    expect(offered).toMatchObject([
      {
        unit: 'cm[Hg]',
        values: { systolic: { value: 140 }, diastolic: { value: 85 }, 'pulse-rate': { value: 72 } },
      },
      { unit: 'kPa', values: { systolic: { value: 105 }, diastolic: { value: 64 } } },
    ]);
    expect(entriesInOtherUnits('body-weight', { weight: '154,0' }).map(({ unit }) => unit)).toEqual([
      '[lb_av]',
    ]);
  });

  it('is offered in none where it is usual, or not a number', () => {
    expect(entriesInOtherUnits('body-weight', { weight: '72,4' })).toEqual([]);
    expect(entriesInOtherUnits('body-weight', { weight: 'lourd' })).toEqual([]);
  });
});
