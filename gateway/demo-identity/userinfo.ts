import type { DemoAccount } from './accounts.ts';

/** What Pro Santé Connect would say of a general practitioner with this card, in its own shape. */
export const userInfoOf = ({ givenName, familyName, card }: DemoAccount): Record<string, unknown> => ({
  SubjectNameID: `8${card.rpps}`,
  preferred_username: `8${card.rpps}`,
  given_name: givenName,
  family_name: familyName,
  SubjectRole: ['10^1.2.250.1.213.1.1.5.5'],
  SubjectRefPro: {
    exercices: [
      {
        codeProfession: '10',
        codeCategorieProfessionnelle: 'C',
        codeCiviliteDexercice: 'DR',
        nomDexercice: familyName,
        prenomDexercice: givenName,
        codeTypeSavoirFaire: 'S',
        codeSavoirFaire: 'SM54',
        activities: [{ raisonSocialeSite: 'Cabinet de démonstration', bureauCedex: `00000 ${card.place}` }],
      },
    ],
  },
});
