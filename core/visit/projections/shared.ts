import * as z from 'zod';
import { errorCodeSchema } from '../../contract/error-codes.ts';
import { instantSchema } from '../../time.ts';
import { measureSchema } from '../../vitals/kinds.ts';
import { readingSchema } from '../../vitals/reading.ts';
import { captureIdSchema } from '../capture-id.ts';
import { helpStepSchema, skipReasonSchema } from '../words.ts';

/**
 * The running capture. Times are given as durations at the moment of the projection, so that a window counts down on its own
 * monotonic clock without knowing the main process's.
 */
export const captureViewSchema = z.strictObject({
  captureId: captureIdSchema,
  /** Names the present asking of the device: live feedback that names another one is an earlier one's. */
  askingId: z.string(),
  measure: measureSchema,
  /** The physician's request that it answers: another request of the same measure is not answered by it. */
  requestId: z.string().optional(),
  /** Which try of this measure, from 1. */
  attempt: z.int().positive(),
  /** How many readings the series has, and which one is next or running, from 1. */
  repetitions: z.int().positive(),
  repetition: z.int().positive(),
  phase: z.discriminatedUnion('phase', [
    /** Sitting quietly before the first reading, or between two. `remainingMs` of `totalMs` are left, in milliseconds of real time. */
    z.strictObject({
      phase: z.literal('rest'),
      remainingMs: z.number().nonnegative(),
      totalMs: z.number().positive(),
    }),
    z.strictObject({ phase: z.literal('measuring') }),
    /** The try yielded no reading. `failures` counts the tries without one: two bring the assistant, three tell the physician. */
    z.strictObject({
      phase: z.literal('failed'),
      code: errorCodeSchema,
      failures: z.int().positive(),
    }),
    /** The reading is kept: it is shown, then the patient goes on. */
    z.strictObject({ phase: z.literal('kept'), reading: readingSchema }),
  ]),
});
export type CaptureView = z.infer<typeof captureViewSchema>;

/** Where one measure stands. */
export const measureViewSchema = z.strictObject({
  measure: measureSchema,
  status: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('to-do') }),
    z.strictObject({ status: z.literal('in-progress') }),
    /** `reading` is the one to show: the latest, or the mean of a series. */
    z.strictObject({ status: z.literal('done'), reading: readingSchema }),
    z.strictObject({ status: z.literal('skipped'), reason: skipReasonSchema }),
  ]),
});
export type MeasureView = z.infer<typeof measureViewSchema>;

/** A physician's request for one more measure, and how far it has come. */
export const requestViewSchema = z.strictObject({
  requestId: z.string(),
  measure: measureSchema,
  askedAt: instantSchema,
  status: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('asked') }),
    z.strictObject({ status: z.literal('accepted') }),
    z.strictObject({ status: z.literal('done'), readingId: z.string() }),
    z.strictObject({ status: z.literal('declined'), reason: skipReasonSchema }),
  ]),
});
export type RequestView = z.infer<typeof requestViewSchema>;

export const helpViewSchema = z.strictObject({
  askedAt: instantSchema,
  step: helpStepSchema,
  acknowledgedAt: instantSchema.optional(),
});
export type HelpView = z.infer<typeof helpViewSchema>;
