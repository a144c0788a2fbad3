import * as z from 'zod';
import { reportStateSchema } from '../words.ts';
import { orientationSchema } from './orientation.ts';
import { sickLeaveSchema } from './sick-leave.ts';

/** How a physician closes, besides the decision: that one is taken before. */
export const closingSchema = z.strictObject({
  report: reportStateSchema,
  /** The decision in plain words, shown to the patient. */
  advice: z.string().trim().max(1_000),
  /** Asked for when the decision is care in presence. */
  orientation: orientationSchema.optional(),
  /** Absent when none was prescribed. */
  sickLeave: sickLeaveSchema.optional(),
  /** What the technical incidents changed for the consultation, in the physician's words. */
  incidentRemark: z.string().trim().min(1).max(500).optional(),
});
export type ClosingWords = z.infer<typeof closingSchema>;
