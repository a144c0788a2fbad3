import * as z from 'zod';
import { instantSchema } from '../../time.ts';
import { physicianCardSchema } from '../words.ts';

/** Why a consultation that had begun went no further with its physician; `released`: they gave the patient back, `line`: because of it. */
export const INTERRUPTION_CAUSES = ['physician-gone', 'line', 'released', 'consent-withdrawn'] as const;
export const interruptionCauseSchema = z.enum(INTERRUPTION_CAUSES);
export type InterruptionCause = z.infer<typeof interruptionCauseSchema>;

/** A consultation that had begun and was not closed: the next physician is told with whom, and since when. */
export const interruptionSchema = z.strictObject({
  physician: physicianCardSchema,
  cause: interruptionCauseSchema,
  /** Of a physician who was lost: when their page was last reached. */
  since: instantSchema,
});
export type Interruption = z.infer<typeof interruptionSchema>;

/** What patient and assistant may do about a physician who does not come back, besides asking for another one. */
export const ABSENCE_CHOICES = ['wait', 'telephone'] as const;
export const absenceChoiceSchema = z.enum(ABSENCE_CHOICES);
export type AbsenceChoice = z.infer<typeof absenceChoiceSchema>;

export const absenceSchema = z.strictObject({
  since: instantSchema,
  /** `not-asked`: it has not lasted, most come back by themselves; `asked`: nobody has chosen yet. */
  answer: z.enum(['not-asked', 'asked', ...ABSENCE_CHOICES]),
});
/** The physician who holds the visit cannot be reached. */
export type Absence = z.infer<typeof absenceSchema>;

/** How a physician may go on over a line that bears no picture, besides giving the patient back. */
export const LINE_CHOICES = ['go-on', 'telephone'] as const;
export type LineChoice = (typeof LINE_CHOICES)[number];

export const weakLineSchema = z.strictObject({
  /** When the physician was asked how to go on. */
  askedAt: instantSchema,
  answer: z.enum(['asked', ...LINE_CHOICES]),
});
/** The line has borne no picture for a while, and does not yet. */
export type WeakLine = z.infer<typeof weakLineSchema>;
