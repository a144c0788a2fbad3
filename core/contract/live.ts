import * as z from 'zod';
import { type Values, valuesSchema } from '../vitals/kinds.ts';

/**
 * What flows from the device host straight to the windows that draw it, and from the cabin to the physician on the unordered
 * channel. Never part of the record: the record is made of readings.
 */
const common = {
  deviceId: z.string(),
  /** Epoch of the visit that the capture belongs to. */
  epoch: z.int().nonnegative(),
};

/** Most samples of one block. */
export const MOST_SAMPLES = 240;

export const waveBlockSchema = z.strictObject({
  type: z.literal('wave'),
  ...common,
  wave: z.literal('pleth'),
  /** Number of the block's first sample since the stream began: a jump shows a gap, which is drawn as a gap. */
  sequence: z.int().nonnegative(),
  sampleRateHz: z.number().positive(),
  /** Monotonic time of the sender when the last sample's byte arrived, in milliseconds. */
  arrivedAtMs: z.number(),
  /** 0 to 1 of the device's full scale; null where the device says that the sample is not one (probe off). */
  samples: z.array(z.number().min(0).max(1).nullable()).min(1).max(MOST_SAMPLES),
});
export type WaveBlock = z.infer<typeof waveBlockSchema>;

/** What the patient sees happen during a capture, per measure. */
export const captureFeedbackSchema = z.discriminatedUnion('measure', [
  z.strictObject({
    measure: z.literal('oximetry'),
    state: z.enum(['sensor-off', 'searching', 'weak-signal', 'unstable', 'steady']),
    /** Signal strength 0 (none) to 4 (very good). */
    signal: z.int().min(0).max(4),
    /** Present only when confirmed by several agreeing frames. */
    values: valuesSchema.optional(),
    /** How long the signal has been good, and how long it must be, in milliseconds. */
    steadyForMs: z.number().nonnegative(),
    steadyNeededMs: z.number().positive(),
  }),
  z.strictObject({
    measure: z.literal('blood-pressure'),
    /** `waiting`: the person starts it with the device's own key. Between start and result the phase is the host's knowledge of what it commanded. */
    state: z.enum(['waiting', 'starting', 'measuring', 'releasing']),
    elapsedMs: z.number().nonnegative(),
    /** Longest time this device takes, in milliseconds. */
    longestMs: z.number().positive(),
  }),
  z.strictObject({
    measure: z.literal('body-weight'),
    state: z.enum(['waiting', 'settling']),
    values: valuesSchema.optional(),
  }),
  /** Instruments that are read once, and say nothing before. */
  z.strictObject({
    measure: z.enum(['body-height', 'temperature', 'blood-glucose']),
    state: z.enum(['waiting', 'receiving']),
  }),
]);
export type CaptureFeedback = z.infer<typeof captureFeedbackSchema>;

/** The numbers that a device shows while it measures, when it shows any. */
export const valuesShown = (feedback: CaptureFeedback): Values | undefined =>
  'values' in feedback ? feedback.values : undefined;

export const liveFeedbackSchema = z.strictObject({
  type: z.literal('feedback'),
  ...common,
  captureId: z.string(),
  arrivedAtMs: z.number(),
  feedback: captureFeedbackSchema,
});
export type LiveFeedback = z.infer<typeof liveFeedbackSchema>;

/** Monotonic clock of the sender, sent about once a second, so that a receiver can tell the age of what it draws. */
export const liveBeatSchema = z.strictObject({ type: z.literal('beat'), sentAtMs: z.number() });

export const liveMessageSchema = z.discriminatedUnion('type', [
  waveBlockSchema,
  liveFeedbackSchema,
  liveBeatSchema,
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;
