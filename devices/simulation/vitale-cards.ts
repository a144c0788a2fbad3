import type { SimulatedCard } from './vitale-reader.ts';

/** Numbers of births abroad in a country that does not exist: no one has them, and their keys are right. */
const PARENT = '280029999900134';
const OTHER = '175129999900203';

/** Cards of made-up people. */
export const VITALE_CARDS = {
  /** One insured person, alone on their card. */
  alone: {
    kind: 'vitale',
    beneficiaries: [
      {
        familyName: "D'EXEMPLE",
        givenName: 'DEMONSTRATION',
        birthDate: '1980-02-29',
        nir: PARENT,
        quality: 'insured',
      },
    ],
  },
  /** A parent and two children, who stand under the parent's number; the day of birth of one is not known. */
  family: {
    kind: 'vitale',
    beneficiaries: [
      {
        familyName: "D'EXEMPLE",
        givenName: 'DEMONSTRATION',
        birthDate: '1980-02-29',
        nir: PARENT,
        quality: 'insured',
      },
      {
        familyName: "D'EXEMPLE",
        givenName: 'FICTIVE',
        birthDate: '2015-09-14',
        nir: PARENT,
        quality: 'covered',
      },
      {
        familyName: 'EXEMPLE-FICTIF',
        givenName: 'FICTIF',
        birthDate: '2018-04-00',
        nir: PARENT,
        quality: 'covered',
      },
    ],
  },
  /** The card of somebody who is not there. */
  'somebody-else': {
    kind: 'vitale',
    beneficiaries: [
      {
        familyName: 'EXEMPLE-FICTIF',
        givenName: 'DEMONSTRATION',
        birthDate: '1975-12-31',
        nir: OTHER,
        quality: 'insured',
      },
    ],
  },
  damaged: { kind: 'vitale', beneficiaries: [], isDamaged: true },
  'bank-card': { kind: 'other' },
} as const satisfies Readonly<Record<string, SimulatedCard>>;
