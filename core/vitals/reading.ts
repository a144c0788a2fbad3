import * as z from 'zod';
import { originSchema } from '../contract/devices.ts';
import { instantSchema } from '../time.ts';
import { REST_BREAKS } from './capture-plan.ts';
import { CONFUSED_UNITS } from './confused-units.ts';
import { cuffSettingSchema } from './cuff.ts';
import { deviceIdentitySchema, READING_FLAGS } from './decoded.ts';
import { valuesSchema, vitalSignSchema } from './kinds.ts';
import { takingSchema } from './taking.ts';

const conditionsSchema = z.strictObject({
  posture: z.enum(['seated']).optional(),
  /** Rest before the reading, in milliseconds of visit time. */
  restMs: z.number().nonnegative().optional(),
  /** Why the rest was cut short, when it was. */
  restShortened: z.string().optional(),
  /** Why the rest before it began anew, each time. */
  restBreaks: z.array(z.enum(REST_BREAKS)).optional(),
  /** Of a blood pressure: how the cuff sat, as the assistant noted it; absent: nobody did. */
  cuff: cuffSettingSchema.optional(),
  /** Which reading of the series, from 1 (blood pressure: three, one minute apart). */
  repetition: z.int().positive().optional(),
});

/** A value of the visit with everything that a physician may ask about it. Kept as it came, never altered. */
export const readingSchema = z.strictObject({
  id: z.string().min(1),
  captureId: z.string().min(1),
  measure: vitalSignSchema,
  values: valuesSchema,
  flags: z.array(z.enum(READING_FLAGS)),
  origin: originSchema,
  /** How a person took it, where it was not read off an instrument alone. */
  taking: takingSchema.optional(),
  /** The unit that the instrument of a value entered by hand showed, where it was another one and was converted. */
  enteredIn: z.enum(CONFUSED_UNITS).optional(),
  /** Absent for a value entered by hand. */
  device: deviceIdentitySchema.optional(),
  deviceId: z.string().optional(),
  /** Signal quality 1 to 4, when the device measures it. */
  signal: z.int().min(1).max(4).optional(),
  /** Which try of this measure yielded it, from 1. */
  attempt: z.int().positive(),
  conditions: conditionsSchema,
  /** Name of the professional beside the patient. */
  assistedBy: z.string().optional(),
  /** Host wall-clock time at which the reading arrived. */
  takenAt: instantSchema,
  deviceTime: z.string().optional(),
  rawHash: z.string().optional(),
  /** Ids of the readings this one is computed from (mean of the last two blood pressures). */
  derivedFrom: z.array(z.string()).optional(),
});
export type Reading = z.infer<typeof readingSchema>;
