import * as z from 'zod';
import { deviceStatusSchema } from '../../contract/devices.ts';
import { confirmationSchema } from '../../opening/confirmation.ts';
import { candidateSchema, codeTriesSchema } from '../../opening/duty.ts';
import { closedReasonSchema } from '../../opening/opening.ts';
import { instantSchema } from '../../time.ts';
import { emergencySchema } from '../emergency/emergency.ts';
import { assistantSchema, languageSchema, siteSchema } from '../words.ts';
import { helpViewSchema } from './shared.ts';

const closedShape = {
  /** Epoch of the visit that nobody has begun. */
  epoch: z.int().nonnegative(),
  simulation: z.boolean(),
  language: languageSchema,
  site: siteSchema,
  /** Raised by somebody who stands before the closed cabin. */
  emergency: emergencySchema.optional(),
  help: helpViewSchema.optional(),
  /** Since when the visit had been going on that the cabin was cut off in, until somebody has taken note. */
  interruptedVisit: instantSchema.optional(),
} as const;

/** The patient's screen while nobody can begin a visit. */
export const closedCabinSchema = z.strictObject({
  access: z.literal('closed'),
  ...closedShape,
  reason: closedReasonSchema,
});
export type ClosedCabin = z.infer<typeof closedCabinSchema>;

/** The assistant's screen while nobody is signed in: whose code is asked for, and who calls. */
export const lockedAssistantSchema = z.strictObject({
  access: z.literal('locked'),
  ...closedShape,
  candidates: z.array(candidateSchema),
  tries: codeTriesSchema,
  /** Somebody is asked on a device of their own, or was in vain. */
  confirmation: confirmationSchema.optional(),
  /** In a demonstration: the code of each, by their id. */
  demoCodes: z.record(z.string(), z.string()).optional(),
  devices: z.array(deviceStatusSchema),
});
export type LockedAssistant = z.infer<typeof lockedAssistantSchema>;

/** The assistant's screen while patient and physician are alone: blind, but for a call and the way back. */
export const blindAssistantSchema = z.strictObject({
  access: z.literal('private'),
  epoch: z.int().nonnegative(),
  simulation: z.boolean(),
  language: languageSchema,
  site: siteSchema,
  assistant: assistantSchema,
  help: helpViewSchema.optional(),
  since: instantSchema,
  /** When they asked to come back, if they did. */
  returnAskedAt: instantSchema.optional(),
});
export type BlindAssistant = z.infer<typeof blindAssistantSchema>;
