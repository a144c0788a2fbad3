import { fail, ok, type Result } from '../result.ts';
import { type Identity, identitySchema } from './identity.ts';
import { cardIdentity, type KnownIdentity } from './known-identity.ts';
import type { Beneficiary, CardKind } from './vitale-reader.ts';

/** Beginnings of answers to reset, hexadecimal (facts as the project cardpeek collected them from cards). */
const ANSWERS: readonly (readonly [kind: CardKind, answer: RegExp])[] = [
  ['vitale', /^3b7513000043|^3b7513000044|^3b7513000045|^3f6525/],
  ['professional', /^3bac00402a001225006480/],
];

/** What a card is by its answer to reset. */
export const cardKindOf = (answerToReset: Uint8Array): CardKind => {
  const answer = Array.from(answerToReset, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return ANSWERS.find(([, beginning]) => beginning.test(answer))?.[0] ?? 'other';
};

const MALE = /^[137]/;

/** The card holds no sex: the insured person's number tells theirs, and tells nothing of those they cover. */
const sexOf = ({ nir, quality }: Beneficiary): Identity['sex'] => {
  if (quality === 'covered') return 'unknown';
  return MALE.test(nir) ? 'male' : 'female';
};

/**
 * The provisional identity of somebody on a card. A birth date of which the month or the day is not known is for the assistant to
 * ask; so is a name that is none.
 */
export const identityOfBeneficiary = (
  beneficiary: Beneficiary,
): Result<KnownIdentity, 'traits-incomplete'> => {
  const { familyName, givenName, birthDate, nir } = beneficiary;
  const traits = identitySchema.safeParse({ familyName, givenName, birthDate, sex: sexOf(beneficiary) });
  return traits.success ? ok(cardIdentity(traits.data, nir)) : fail('traits-incomplete');
};
