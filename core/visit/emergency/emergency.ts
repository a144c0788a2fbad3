import * as z from 'zod';
import { instantSchema } from '../../time.ts';
import { alertSchema } from '../../vitals/alert-table.ts';

/** Whom people in the cabin may call: the local emergency medical service by its direct line, the national numbers (114: by text). */
export const EMERGENCY_SERVICES = ['local-line', '15', '112', '114'] as const;
const emergencyServiceSchema = z.enum(EMERGENCY_SERVICES);
export type EmergencyService = z.infer<typeof emergencyServiceSchema>;

/** A person says that they have called; the cabin itself never dials. */
export const emergencyCallSchema = z.strictObject({
  service: emergencyServiceSchema,
  at: instantSchema,
  by: z.enum(['assistant', 'physician']),
});

/** An emergency that is not over. */
export const emergencySchema = z.strictObject({
  raisedAt: instantSchema,
  /** `alert-table`: nobody has, but values that meet the published table and were confirmed. */
  raisedBy: z.enum(['patient', 'assistant', 'physician', 'alert-table']),
  /** Those values. */
  alerts: z.array(alertSchema).optional(),
  acknowledgedAt: instantSchema.optional(),
  /** The patient has said that it was a mistake; the assistant has yet to close it. */
  retracted: z.boolean(),
  /** Oldest first. */
  calls: z.array(emergencyCallSchema),
});
export type Emergency = z.infer<typeof emergencySchema>;

/** A short text that says something. */
export const emergencyWordsSchema = z.string().trim().min(1).max(200);

/** How an emergency ends: nobody takes a person over without being named. */
export const emergencyEndingSchema = z.discriminatedUnion('ending', [
  z.strictObject({ ending: z.literal('mistake') }),
  z.strictObject({ ending: z.literal('false-alarm') }),
  z.strictObject({ ending: z.literal('handed-over'), to: emergencyWordsSchema }),
  z.strictObject({ ending: z.literal('other'), reason: emergencyWordsSchema }),
]);
export type EmergencyEnding = z.infer<typeof emergencyEndingSchema>;

/** An emergency that is over, as the record keeps it. */
export const closedEmergencySchema = emergencySchema.extend({
  closedAt: instantSchema,
  closedBy: z.enum(['assistant', 'physician']),
  ending: emergencyEndingSchema,
});
export type ClosedEmergency = z.infer<typeof closedEmergencySchema>;
