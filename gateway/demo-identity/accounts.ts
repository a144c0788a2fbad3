import { createHash, timingSafeEqual } from 'node:crypto';
import type { PhysicianCard } from '#core/visit/words.ts';

/** By this name the gateway asks the provider of demonstration identities. */
export const DEMO_CLIENT_ID = 'cabine';

export interface DemoAccount {
  /** Also the physician's id in topics. */
  readonly account: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly card: PhysicianCard;
}

/** The physicians of a simulated cabin. Their RPPS numbers are of no one: real ones begin with 1. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  {
    account: 'dr-benali',
    givenName: 'Karim',
    familyName: 'Benali',
    card: {
      name: 'Dr Karim Benali',
      specialty: 'Médecine générale',
      rpps: '00000000017',
      place: 'Le Mans',
    },
  },
  {
    account: 'dr-lefevre',
    givenName: 'Hélène',
    familyName: 'Lefèvre',
    card: {
      name: 'Dr Hélène Lefèvre',
      specialty: 'Médecine générale',
      rpps: '00000000025',
      place: 'Alençon',
    },
  },
];

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** Whether a code is the one that everybody types; takes the same time either way. */
export const isSameCode = (typed: string, accessCode: string): boolean =>
  timingSafeEqual(digest(typed), digest(accessCode));

/** The account of that name when the code is right; both are looked at in the same time whether or not the name exists. */
export const findAccount = (
  accounts: readonly DemoAccount[],
  name: string,
  typed: string,
  accessCode: string,
): DemoAccount | undefined => {
  const codeIsRight = isSameCode(typed, accessCode);
  const account = accounts.find((one) => one.account === name);
  return codeIsRight ? account : undefined;
};
