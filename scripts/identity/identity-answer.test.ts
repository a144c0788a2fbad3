import { describe, expect, test } from 'vitest';
import { identityAnswer } from './identity-answer.ts';

const CODE = [
  `IS01${'0'.repeat(22)}`,
  'S1277010115400329',
  'S21.2.250.1.213.1.4.8',
  'S3SARAH-LOU ANNA',
  "S4D'EXEMPLE",
  'S5F',
  'S621-01-1977',
  'S701154',
].join('');
const ask = (subject: 'nir' | 'datamatrix', input: string): unknown =>
  JSON.parse(identityAnswer(subject, input, '2026-03-02'));

describe('a typed number', () => {
  test('is one of billing, and provisional', () => {
    expect(ask('nir', '2 69 05 49 588 157 80')).toEqual({
      ok: true,
      nir: '269054958815780',
      key: '80',
      system: 'NSS-NIR',
      oid: '1.2.250.1.213.1.4.13',
      status: 'provisional',
    });
  });

  test('without its key is told which one to expect', () => {
    expect(ask('nir', '2690549588157')).toEqual({ ok: false, reason: 'length', expectedKey: '80' });
  });

  test('that is wrong is told why', () => {
    expect(ask('nir', '269054958815781')).toEqual({ ok: false, reason: 'key' });
    expect(ask('nir', 'abc')).toEqual({ ok: false, reason: 'character' });
  });
});

describe('a code', () => {
  test('gives the matricule and the five traits, still to be compared with a document', () => {
    expect(ask('datamatrix', CODE)).toEqual({
      ok: true,
      matricule: '277010115400329',
      oid: '1.2.250.1.213.1.4.8',
      prenoms: 'SARAH-LOU ANNA',
      nom: "D'EXEMPLE",
      sexe: 'F',
      naissance: '1977-01-21',
      cog: '01154',
      system: 'INS-NIR',
      status: 'provisional',
      separators: false,
    });
  });

  test.each([
    ['3400930000120', { reason: 'header' }],
    [CODE.replace('S701154', ''), { reason: 'missing-field', field: 'cog' }],
    [CODE.replace('S5F', 'S5X'), { reason: 'field', field: 'sexe' }],
    [CODE.replace('5400329', '5400328'), { reason: 'key', field: 'matricule' }],
    [CODE.replace('21-01-1977', '31-04-1977'), { reason: 'date', field: 'naissance' }],
    [CODE.replace('1977S7', '2027S7'), { reason: 'date', field: 'naissance' }],
    [CODE.replace('SARAH', 'SÁRAH'), { reason: 'character', field: 'prenoms' }],
    [`${CODE}S8X`, { reason: 'field' }],
  ])('%s is refused', (code, refusal) => {
    expect(ask('datamatrix', code)).toEqual({ ok: false, ...refusal });
  });
});
