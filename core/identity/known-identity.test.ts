import { describe, expect, test } from 'vitest';
import type { Identity } from './identity.ts';
import type { InsIdentity } from './ins-traits.ts';
import {
  cardIdentity,
  confirmByDocument,
  correctTraits,
  type DocumentCheck,
  isFictitious,
  type KnownIdentity,
  numberOf,
  reliabilityOf,
  retrievedIdentity,
  scannedIdentity,
  statusOf,
  typedIdentity,
} from './known-identity.ts';
import { NUMBER_OIDS } from './number-systems.ts';

const TRAITS: Identity = { familyName: 'Exemple', givenName: 'Anna', birthDate: '1977-01-21', sex: 'female' };
const INS: InsIdentity = {
  matricule: '277010115400329',
  oid: NUMBER_OIDS['INS-NIR'],
  birthGivenNames: 'SARAH-LOU ANNA',
  birthName: "D'EXEMPLE",
  sex: 'female',
  birthDate: '1977-01-21',
  birthPlace: '01154',
};
const CHECK: DocumentCheck = {
  document: 'passport',
  by: 'Nadia Perrin',
  at: '2026-03-02T10:16:48.300+01:00',
};

const confirmed = (identity: KnownIdentity, check: Partial<DocumentCheck> = {}): KnownIdentity => {
  const outcome = confirmByDocument(identity, { ...CHECK, ...check });
  if (!outcome.ok) throw new Error(outcome.failure);
  return outcome.value;
};

const NIR = '269054958815780';

describe('where an identity came from', () => {
  test.each([
    ['typed', typedIdentity(TRAITS), 'provisional', 'validated', undefined, 'SM'],
    ['typed with a number', typedIdentity(TRAITS, NIR), 'provisional', 'validated', 'NSS-NIR', 'SM'],
    ['a card', cardIdentity(TRAITS, NIR), 'provisional', 'validated', 'NSS-NIR', 'CV'],
    ['a Datamatrix', scannedIdentity(INS), 'provisional', 'validated', 'INS-NIR', 'CB'],
    ['INSi', retrievedIdentity(INS), 'retrieved', 'qualified', 'INS-NIR', 'INSI'],
    [
      'INSi, with a waiting number',
      retrievedIdentity({ ...INS, oid: NUMBER_OIDS['INS-NIA'] }),
      'retrieved',
      'qualified',
      'INS-NIA',
      'INSI',
    ],
  ] as const)('%s: what it is before and after a document, and which number it has', (...row) => {
    const [, identity, before, after, system, methodCollection] = row;
    expect([statusOf(identity), statusOf(confirmed(identity))]).toEqual([before, after]);
    expect(numberOf(identity)?.system).toBe(system);
    expect(numberOf(confirmed(identity))).toEqual(numberOf(identity));
    expect(reliabilityOf(identity)).toEqual({ identityStatus: 'PROV', methodCollection });
    expect(reliabilityOf(confirmed(identity))).toEqual({
      identityStatus: 'VALI',
      methodCollection,
      validationMode: 'PA',
      validationDate: CHECK.at,
    });
  });

  test('a code gives the first of its given names', () => {
    expect(scannedIdentity(INS).traits).toEqual({
      familyName: "D'EXEMPLE",
      givenName: 'SARAH-LOU',
      birthDate: '1977-01-21',
      sex: 'female',
    });
  });
});

describe('a check', () => {
  test('keeps who, what and when', () => {
    expect(confirmed(typedIdentity(TRAITS)).check).toEqual(CHECK);
  });

  test('of someone made up is refused', () => {
    for (const oid of [NUMBER_OIDS['INS-NIR-TEST'], NUMBER_OIDS['INS-NIR-DEMO']]) {
      const identity = scannedIdentity({ ...INS, oid });
      expect(isFictitious(identity)).toBe(true);
      expect(confirmByDocument(identity, CHECK)).toEqual({ ok: false, failure: 'fictitious' });
    }
    expect(isFictitious(typedIdentity(TRAITS))).toBe(false);
  });

  test('by a certificate is for minors, until the day they come of age', () => {
    for (const document of ['birth-certificate', 'family-booklet'] as const) {
      const born = (birthDate: string) =>
        confirmByDocument(typedIdentity({ ...TRAITS, birthDate }), { ...CHECK, document });
      expect(born('2008-03-03')).toMatchObject({ ok: true });
      expect(born('2008-03-02')).toEqual({ ok: false, failure: 'document-for-minors' });
    }
  });

  test('before the birth, or by no one, is refused', () => {
    const unborn = typedIdentity({ ...TRAITS, birthDate: '2026-03-03' });
    expect(confirmByDocument(unborn, CHECK)).toEqual({ ok: false, failure: 'born-later' });
    expect(confirmByDocument(typedIdentity(TRAITS), { ...CHECK, by: ' ' })).toEqual({
      ok: false,
      failure: 'professional-unnamed',
    });
  });
});

describe('other traits', () => {
  const others: Identity = { ...TRAITS, familyName: 'Autre' };

  test('are provisional, and no INS outlives its own', () => {
    for (const identity of [confirmed(scannedIdentity(INS)), confirmed(retrievedIdentity(INS))]) {
      const corrected = correctTraits(identity, others);
      expect(statusOf(corrected)).toBe('provisional');
      expect(numberOf(corrected)).toBeUndefined();
      expect(corrected.traits).toEqual(others);
    }
  });

  test('keep a billing number', () => {
    const corrected = correctTraits(confirmed(cardIdentity(TRAITS, NIR)), others);
    expect(statusOf(corrected)).toBe('provisional');
    expect(numberOf(corrected)).toEqual({ system: 'NSS-NIR', value: NIR });
  });
});
