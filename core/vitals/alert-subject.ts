import type { Identity } from '../identity/identity.ts';
import { ageInYears } from '../identity/identity.ts';
import { asksPregnancy, type Particulars } from '../identity/particulars.ts';

/** The age from which the table was made, in years (National Early Warning Score 2, Royal College of Physicians, 2017). */
const YOUNGEST = 16;

/** Why the table is not read. */
export const TABLE_OFF_REASONS = ['age-unknown', 'child', 'pregnant', 'pregnancy-unknown'] as const;
export type TableOffReason = (typeof TABLE_OFF_REASONS)[number];

/**
 * Why the adult table is not read for this person on `today` (ISO date); undefined: it is. Neither for children nor in a pregnancy, nor
 * where either is not known: what is unknown is never taken for an adult who is not pregnant.
 */
export const tableOffReason = (
  identity: Pick<Identity, 'birthDate' | 'sex'> | undefined,
  { pregnancy }: Pick<Particulars, 'pregnancy'>,
  today: string,
): TableOffReason | undefined => {
  const age = identity === undefined ? undefined : ageInYears(identity.birthDate, today);
  if (identity === undefined || age === undefined) return 'age-unknown';
  if (age < YOUNGEST) return 'child';
  if (pregnancy === 'yes') return 'pregnant';
  return asksPregnancy(identity, today) && pregnancy !== 'no' ? 'pregnancy-unknown' : undefined;
};
