import { expect, it } from 'vitest';
import type { Particulars } from '#core/identity/particulars.ts';
import { draftOf, parseParticulars } from './particulars-draft.ts';

const KNOWN: Particulars = {
  telephone: '06 12 34 56 78',
  locality: 'Saint-Aubin',
  treatingDoctor: { state: 'named', name: 'Dr Lebreton' },
  treatments: 'Amlodipine',
  allergies: 'Pénicilline',
  pregnancy: 'unknown',
  guardian: { name: 'Ana Riou', relation: 'mother', present: false },
  companion: 'Sa sœur',
};

it('what is known comes back as it was', () => {
  expect(parseParticulars(draftOf(KNOWN))).toEqual({ ok: true, value: KNOWN });
  const none: Particulars = { treatingDoctor: { state: 'none' } };
  expect(parseParticulars(draftOf(none))).toEqual({ ok: true, value: none });
});

it('what is left empty was not asked', () => {
  expect(parseParticulars(draftOf({}))).toEqual({ ok: true, value: {} });
  expect(parseParticulars({ ...draftOf({}), allergies: '   ' })).toEqual({ ok: true, value: {} });
});

it('a telephone number that is none is said', () => {
  expect(parseParticulars({ ...draftOf({}), telephone: 'chez sa fille' })).toEqual({
    ok: false,
    failure: 'telephone',
  });
});

it('who has no treating doctor has none, whatever was typed before', () => {
  expect(parseParticulars({ ...draftOf(KNOWN), hasNoDoctor: true })).toMatchObject({
    value: { treatingDoctor: { state: 'none' } },
  });
});
