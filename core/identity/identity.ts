import * as z from 'zod';

/**
 * Traits typed by the assistant. Without a professional having seen a document they stay provisional
 * (FR Core identityStatus `PROV`; national identity-vigilance reference, RNIV).
 */
export const identitySchema = z.strictObject({
  familyName: z.string().trim().min(1).max(100),
  givenName: z.string().trim().min(1).max(100),
  /** ISO calendar date. */
  birthDate: z.iso.date(),
  sex: z.enum(['female', 'male', 'unknown']),
});
export type Identity = z.infer<typeof identitySchema>;

/**
 * Age in whole years on `today` (ISO date). A birth on 29 February comes of age on 1 March of common years (French practice).
 * Returns undefined when the birth date is after `today`.
 */
export const ageInYears = (birthDate: string, today: string): number | undefined => {
  if (birthDate > today) return undefined;
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
};
