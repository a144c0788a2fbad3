import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TABLE_OFF_REASONS, tableOffReason } from './alert-subject.ts';
import { ADULT_ALERT_TABLE, alertsAmong, isConfirmed } from './alert-table.ts';
import { VALUE_UNITS, type ValueKey } from './kinds.ts';
import type { Reading } from './reading.ts';

const TODAY = '2026-03-02';

const reading = (key: ValueKey, value: number, change: Partial<Reading> = {}): Reading => ({
  id: `${key}-${value}-${change.id ?? 'first'}`,
  captureId: 'capture',
  measure: key === 'systolic' ? 'blood-pressure' : 'oximetry',
  values: { [key]: { value, unit: VALUE_UNITS[key] } },
  flags: [],
  origin: 'device',
  attempt: 1,
  conditions: {},
  takenAt: '2026-03-02T09:41:05.120+01:00',
  ...change,
});

describe('the published table of adults', () => {
  it.each([
    ['spo2', 91, 92],
    ['systolic', 90, 91],
    ['systolic', 220, 219],
    ['pulse-rate', 40, 41],
    ['pulse-rate', 131, 130],
    ['temperature', 35, 35.1],
    ['respiratory-rate', 8, 9],
    ['respiratory-rate', 25, 24],
  ] as const)('%s: %d meets it, %d does not', (key, met, beside) => {
    expect(alertsAmong([reading(key, met)])).toMatchObject([{ key, limit: met }]);
    expect(alertsAmong([reading(key, beside)])).toEqual([]);
  });

  it('holds no number but those of the source', () => {
    expect(ADULT_ALERT_TABLE).toEqual({
      spo2: { low: 91 },
      systolic: { low: 90, high: 220 },
      'pulse-rate': { low: 40, high: 131 },
      temperature: { low: 35 },
      'respiratory-rate': { low: 8, high: 25 },
    });
  });

  it('is confirmed by the value before, on the same side', () => {
    const twice = alertsAmong([reading('spo2', 89), reading('spo2', 88)]);
    expect(twice.map(isConfirmed)).toEqual([true]);
    expect(twice[0]?.values.map(({ value }) => value)).toEqual([89, 88]);
    expect(alertsAmong([reading('pulse-rate', 35), reading('pulse-rate', 140)]).map(isConfirmed)).toEqual([
      false,
    ]);
  });

  it('is no longer met once a later value does not meet it, nor confirmed over one that did not', () => {
    expect(alertsAmong([reading('spo2', 89), reading('spo2', 96)])).toEqual([]);
    const again = alertsAmong([reading('spo2', 89), reading('spo2', 96), reading('spo2', 90)]);
    expect(again.map(isConfirmed)).toEqual([false]);
  });

  it('counts no mean and nothing from the memory of a device', () => {
    expect(alertsAmong([reading('systolic', 225, { derivedFrom: ['one', 'two'] })])).toEqual([]);
    expect(alertsAmong([reading('spo2', 80, { flags: ['stored'] })])).toEqual([]);
  });

  it('confirms no value of a person by a simulated one', () => {
    const mixed = alertsAmong([reading('spo2', 88, { origin: 'simulator' }), reading('spo2', 88)]);
    expect(mixed.map(isConfirmed)).toEqual([false]);
  });

  it('never has one reading confirm itself, whatever it holds', () => {
    const value = fc.integer({ min: 20, max: 300 });
    fc.assert(
      fc.property(value, value, value, (spo2, systolic, pulse) => {
        const alone = reading('spo2', spo2, {
          values: {
            spo2: { value: spo2, unit: '%' },
            systolic: { value: systolic, unit: 'mm[Hg]' },
            'pulse-rate': { value: pulse, unit: '/min' },
          },
        });
        expect(alertsAmong([alone]).some(isConfirmed)).toBe(false);
      }),
    );
  });
});

describe('for whom the table is read', () => {
  const woman = { birthDate: '1990-06-01', sex: 'female' } as const;

  it.each([
    ['nobody known', undefined, 'no', 'age-unknown'],
    ['fifteen', { birthDate: '2010-03-03', sex: 'male' }, undefined, 'child'],
    ['sixteen today', { birthDate: '2010-03-02', sex: 'male' }, undefined, undefined],
    ['a man', { birthDate: '1990-06-01', sex: 'male' }, undefined, undefined],
    ['past the age of pregnancy', { birthDate: '1947-11-30', sex: 'female' }, undefined, undefined],
    ['not asked', woman, undefined, 'pregnancy-unknown'],
    ['not known', woman, 'unknown', 'pregnancy-unknown'],
    ['sex not said', { ...woman, sex: 'unknown' }, undefined, 'pregnancy-unknown'],
    ['pregnant', woman, 'yes', 'pregnant'],
    ['not pregnant', woman, 'no', undefined],
  ] as const)('%s', (_, identity, pregnancy, reason) => {
    expect(tableOffReason(identity, pregnancy === undefined ? {} : { pregnancy }, TODAY)).toBe(reason);
  });

  it('is never a child, nor anybody in a pregnancy', () => {
    const birthDate = fc
      .date({ min: new Date('2010-03-03'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const sex = fc.constantFrom('female' as const, 'male' as const, 'unknown' as const);
    fc.assert(
      fc.property(
        birthDate,
        sex,
        fc.constantFrom('yes', 'no', 'unknown', undefined),
        (date, of, pregnancy) => {
          const particulars = pregnancy === undefined ? {} : { pregnancy };
          expect(TABLE_OFF_REASONS).toContain(
            tableOffReason({ birthDate: date, sex: of }, particulars, TODAY),
          );
          expect(tableOffReason({ birthDate: '1990-06-01', sex: of }, { pregnancy: 'yes' }, TODAY)).toBe(
            'pregnant',
          );
        },
      ),
    );
  });
});
