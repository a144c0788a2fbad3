import { describe, expect, it } from 'vitest';
import { DEMO_ACCOUNTS } from '../demo-identity/accounts.ts';
import { userInfoOf } from '../demo-identity/userinfo.ts';
import { cardOfUserInfo } from './userinfo.ts';

const practice = (change: object = {}) => ({
  codeProfession: '10',
  codeCategorieProfessionnelle: 'C',
  codeCiviliteDexercice: 'DR',
  nomDexercice: 'LEGER',
  prenomDexercice: 'ROMAIN',
  codeTypeSavoirFaire: 'S',
  codeSavoirFaire: 'SM53',
  activities: [{ raisonSocialeSite: 'CHI HC SITE RIVES DU DOUBS', bureauCedex: '25304 PONTARLIER CEDEX' }],
  ...change,
});
const person = (practices: unknown, change: object = {}) => ({
  sub: 'f:550dc1c8-d97b-4b1e-ac8c-8eb4471cf9dd:899700000017',
  SubjectNameID: '899700000017',
  preferred_username: '899700000017',
  given_name: 'Romain',
  family_name: 'Leger',
  otherIds: [{ identifiant: '899700000017', origine: 'RPPS', qualite: 1 }],
  SubjectRefPro: { exercices: practices },
  ...change,
});
const cardOf = (answer: unknown) => {
  const card = cardOfUserInfo(answer);
  if (!card.ok) throw new Error(card.failure.code);
  return card.value;
};
const refusal = (answer: unknown) => {
  const card = cardOfUserInfo(answer);
  return card.ok ? undefined : card.failure.code;
};

describe('the card from Pro Santé Connect', () => {
  it('has the usual name, the specialty, the RPPS number and the town', () => {
    expect(cardOf(person([practice()]))).toEqual({
      name: 'Dr ROMAIN LEGER',
      specialty: 'Médecine générale',
      rpps: '99700000017',
      place: 'PONTARLIER CEDEX',
    });
  });

  it.each(DEMO_ACCOUNTS)('of $account is the one of the demonstration', (account) => {
    expect(cardOf(userInfoOf(account))).toEqual(account.card);
  });

  it('is that of the practice as a physician, among others', () => {
    const nurse = practice({ codeProfession: '60', nomDexercice: 'AUTRE' });
    const idle = practice({ activities: [], codeSavoirFaire: 'SM40' });
    expect(cardOf(person([nurse, idle, practice()]))).toMatchObject({ specialty: 'Médecine générale' });
    expect(cardOf(person([nurse, idle]))).toMatchObject({
      specialty: 'Pédiatrie',
      place: 'Lieu d’exercice non communiqué',
    });
  });

  it('says Professor where the register does, and Physician for a specialty it does not know', () => {
    const card = cardOf(person([practice({ codeCiviliteDexercice: 'PR', codeSavoirFaire: 'ZZ' })]));
    expect(card).toMatchObject({ name: 'Pr ROMAIN LEGER', specialty: 'Médecin' });
  });

  it('falls back on the civil name', () => {
    const card = cardOf(person([practice({ nomDexercice: '', prenomDexercice: ' ' })]));
    expect(card.name).toBe('Dr Romain Leger');
  });

  it.each([
    ['nobody of the register', person(undefined), 'SIGN_IN_INCOMPLETE'],
    ['no practice', person([]), 'SIGN_IN_NOT_PHYSICIAN'],
    ['no SubjectRefPro', person([], { SubjectRefPro: undefined }), 'SIGN_IN_NOT_PHYSICIAN'],
    ['a nurse', person([practice({ codeProfession: '60' })]), 'SIGN_IN_NOT_PHYSICIAN'],
    ['a student', person([practice({ codeCategorieProfessionnelle: 'E' })]), 'SIGN_IN_NOT_PHYSICIAN'],
    [
      'a card of an institution',
      person([practice()], { SubjectNameID: '3123456789/4', preferred_username: '' }),
      'SIGN_IN_INCOMPLETE',
    ],
    ['no name', person([practice({ nomDexercice: '' })], { family_name: '' }), 'SIGN_IN_INCOMPLETE'],
    ['a name without end', person([practice({ nomDexercice: 'x'.repeat(500) })]), 'SIGN_IN_INCOMPLETE'],
    ['not an object', 'text', 'SIGN_IN_INCOMPLETE'],
  ])('is refused for %s', (_what, answer, code) => {
    expect(refusal(answer)).toBe(code);
  });
});
