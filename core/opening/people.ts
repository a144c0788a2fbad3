import * as z from 'zod';
import { assistantSchema } from '../visit/words.ts';

/** `scrypt$N$r$p$salt$key`, salt and key in base64url, as `npm run pin` prints it. */
export const CODE_HASH = /^scrypt\$(\d{1,7})\$(\d{1,3})\$(\d{1,3})\$([\w-]{16,})\$([\w-]{43,})$/;

/**
 * Somebody who may open the cabin: a person who is bound by secrecy and trained, not necessarily a health professional (HAS, recommendation
 * on places of teleconsultation, 2024: a responsible person is on site).
 */
export const sitePersonSchema = z.strictObject({
  /** Names the person in the profile and the log of accesses. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'letters, digits and hyphens, such as awa-diallo'),
  ...assistantSchema.shape,
  /** What is kept of their own code. */
  codeHash: z.string().regex(CODE_HASH, 'the hash that `npm run pin` prints'),
  /**
   * Who they are to the identity provider: `SubjectNameID` of Pro Santé Connect, such as 8 and an RPPS number. With it they may confirm on a
   * device of their own instead of typing their code.
   */
  nationalId: z
    .string()
    .regex(/^\d[\dA-Z/]{7,39}$/, 'a national identifier, such as 8 and the eleven digits of an RPPS number')
    .optional(),
  /** Last day on which their training for this cabin holds. */
  trainedUntil: z.iso.date(),
  /** May let somebody take the duty whom the premises do not allow, by name and with a reason that is logged. */
  manager: z.boolean().default(false),
});
export type SitePerson = z.infer<typeof sitePersonSchema>;

/** Those of a site, each under an id of their own. */
export const peopleSchema = z
  .array(sitePersonSchema)
  .min(1, 'at least one person who may open the cabin')
  .max(40)
  .refine((people) => new Set(people.map(({ id }) => id)).size === people.length, {
    error: 'two people have the same id',
  });
