import { describe, expect, it } from 'vitest';
import { asksPregnancy, isMinor, particularsSchema } from './particulars.ts';

const TODAY = '2026-03-02';

describe('somebody', () => {
  it('is of age on their eighteenth birthday', () => {
    expect(isMinor({ birthDate: '2008-03-03' }, TODAY)).toBe(true);
    expect(isMinor({ birthDate: '2008-03-02' }, TODAY)).toBe(false);
  });

  it('is asked about a pregnancy where it matters, and also when the sex is not known', () => {
    const asked = (birthDate: string, sex: 'female' | 'male' | 'unknown') =>
      asksPregnancy({ birthDate, sex }, TODAY);
    expect(asked('1990-01-01', 'female')).toBe(true);
    expect(asked('1990-01-01', 'unknown')).toBe(true);
    expect(asked('1990-01-01', 'male')).toBe(false);
    expect(asked('1947-11-30', 'female')).toBe(false);
    expect(asked('2016-01-01', 'female')).toBe(false);
  });
});

it('a telephone number is one, with or without spaces and country', () => {
  const taken = (telephone: string) => particularsSchema.safeParse({ telephone }).success;
  for (const number of ['06 12 34 56 78', '0612345678', '+33 6 12 34 56 78', '+212.661.23.45.67'])
    expect(taken(number), number).toBe(true);
  for (const number of ['', '12', 'call me', '06 12 34 56 78 90 12 34 56 78 90', '<script>'])
    expect(taken(number), number).toBe(false);
});

it('names of any script are taken whole, and nothing unknown beside them', () => {
  const guardian = { name: 'فاطمة الزهراء بنعلي‎', relation: 'mother', present: true };
  expect(particularsSchema.safeParse({ guardian }).success).toBe(true);
  expect(particularsSchema.safeParse({ nationality: 'FR' }).success).toBe(false);
});
