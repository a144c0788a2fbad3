import { describe, expect, test } from 'vitest';
import { numberOf, statusOf } from './known-identity.ts';
import { cardKindOf, identityOfBeneficiary } from './vitale-card.ts';
import type { Beneficiary } from './vitale-reader.ts';

const bytes = (hexadecimal: string): Uint8Array =>
  Uint8Array.from(hexadecimal.split(' '), (byte) => Number.parseInt(byte, 16));

test.each([
  ['3B 75 13 00 00 43 09 EA 90 00', 'vitale'],
  ['3B 75 13 00 00 44 09 EA 90 00', 'vitale'],
  ['3B 75 13 00 00 45 09 EA 90 00', 'vitale'],
  ['3F 65 25 00 2C 09 69 90 00', 'vitale'],
  ['3B AC 00 40 2A 00 12 25 00 64 80 00 03 10 00 90 00', 'professional'],
  ['3B 75 13 00 00 46 09 EA 90 00', 'other'],
  ['3B 00', 'other'],
])('a card that answers %s is %s', (answer, kind) => {
  expect(cardKindOf(bytes(answer))).toBe(kind);
});

test('a card that answers nothing is another one', () => {
  expect(cardKindOf(new Uint8Array())).toBe('other');
});

const INSURED: Beneficiary = {
  familyName: 'EXEMPLE',
  givenName: 'ANNA',
  birthDate: '1980-02-29',
  nir: '280029999900134',
  quality: 'insured',
};

describe('somebody on a card', () => {
  test('is provisional, under a billing number', () => {
    const identity = identityOfBeneficiary(INSURED);
    if (!identity.ok) throw new Error(identity.failure);
    expect(identity.value.traits).toEqual({
      familyName: 'EXEMPLE',
      givenName: 'ANNA',
      birthDate: '1980-02-29',
      sex: 'female',
    });
    expect(statusOf(identity.value)).toBe('provisional');
    expect(numberOf(identity.value)).toEqual({ system: 'NSS-NIR', value: '280029999900134' });
  });

  test('who is covered has no sex by the number of the insured person', () => {
    expect(identityOfBeneficiary({ ...INSURED, quality: 'covered' })).toMatchObject({
      value: { traits: { sex: 'unknown' } },
    });
  });

  test('whose birth date is not whole has to be asked', () => {
    for (const birthDate of ['1980-00-00', '1980-02-00', '1980-02-30', '']) {
      expect(identityOfBeneficiary({ ...INSURED, birthDate })).toEqual({
        ok: false,
        failure: 'traits-incomplete',
      });
    }
  });
});
