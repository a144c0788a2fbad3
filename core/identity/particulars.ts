import * as z from 'zod';
import { ageInYears, type Identity } from './identity.ts';

const words = (longest: number) => z.string().trim().min(1).max(longest);

/** Who exercises parental authority (civil code, 371-1), and what they are to the child. */
export const GUARDIAN_RELATIONS = ['mother', 'father', 'legal-guardian', 'other'] as const;
export const guardianSchema = z.strictObject({
  name: words(100),
  relation: z.enum(GUARDIAN_RELATIONS),
  /** Beside the child now; their presence is strongly advised. */
  present: z.boolean(),
});
export type Guardian = z.infer<typeof guardianSchema>;

/** What the physician has to know besides who it is; everything may be left unsaid, and is then told as not asked. */
export const particularsSchema = z.strictObject({
  /** A number at which the person can be reached when the link breaks (HAS, guide on teleconsultation, 2019). */
  telephone: z
    .string()
    .trim()
    .regex(/^\+?\d(?:[\d .-]{4,18})\d$/, 'digits, with spaces if any')
    .optional(),
  /** Where the person lives; without it the effect on reimbursement is told first (ANS reference document, ETHT.01). */
  locality: words(80).optional(),
  treatingDoctor: z
    .discriminatedUnion('state', [
      z.strictObject({ state: z.literal('named'), name: words(100) }),
      z.strictObject({ state: z.literal('none') }),
    ])
    .optional(),
  treatments: words(500).optional(),
  allergies: words(300).optional(),
  pregnancy: z.enum(['yes', 'no', 'unknown']).optional(),
  guardian: guardianSchema.optional(),
  /** Somebody who came along. */
  companion: words(100).optional(),
});
export type Particulars = z.infer<typeof particularsSchema>;

export const NO_PARTICULARS: Particulars = {};

/** Civil majority (civil code, 388). */
const OF_AGE = 18;
/** Ages between which a pregnancy is asked about. */
const PREGNANCY_AGES = { from: 12, to: 55 } as const;

/** Whether rights are exercised by the holder of parental authority on `today` (ISO date). */
export const isMinor = ({ birthDate }: Pick<Identity, 'birthDate'>, today: string): boolean =>
  (ageInYears(birthDate, today) ?? OF_AGE) < OF_AGE;

/** Whether a pregnancy matters: it is asked, and unknown until it is answered. */
export const asksPregnancy = (
  { birthDate, sex }: Pick<Identity, 'birthDate' | 'sex'>,
  today: string,
): boolean => {
  const age = ageInYears(birthDate, today) ?? 0;
  return sex !== 'male' && age >= PREGNANCY_AGES.from && age <= PREGNANCY_AGES.to;
};
