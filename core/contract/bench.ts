import * as z from 'zod';
import { instantSchema } from '../time.ts';
import { driverIdSchema } from './devices.ts';
import { errorCodeSchema } from './error-codes.ts';
import { selfTestReportSchema } from './self-test.ts';

/** The technician's part of what main and the device host say to each other. */

/** How much a device has said since the host was started, and what went wrong in the last hour. */
const deviceCountsSchema = z.strictObject({
  bytesIn: z.int().nonnegative(),
  bytesOut: z.int().nonnegative(),
  readings: z.int().nonnegative(),
  /** Milliseconds since the last byte from the device; absent when none has come yet. */
  lastByteAgoMs: z.number().nonnegative().optional(),
  /** Errors of the last hour, by code. */
  errors: z.partialRecord(errorCodeSchema, z.int().positive()),
});

/** What the host knows of a device besides its status. */
export const benchFactsSchema = z.strictObject({
  id: z.string(),
  /** One line: which models the driver is for. */
  title: z.string(),
  /** Whether bytes recorded from a real device stand behind the driver. */
  evidence: z.enum(['recorded', 'unverified']),
  battery: z.enum(['low', 'good']).optional(),
  counts: deviceCountsSchema,
});
export type BenchFacts = z.infer<typeof benchFactsSchema>;

export const recordingStateSchema = z.strictObject({
  deviceId: z.string(),
  bytes: z.int().nonnegative(),
  /** Milliseconds since it began. */
  lastsMs: z.number().nonnegative(),
});
export type RecordingState = z.infer<typeof recordingStateSchema>;

/** Frames that are shown at most, of one kind, in a second; the others are counted. */
export const FRAMES_A_SECOND = 3;

/** One frame as a technician reads it; a patient's identifiers are masked in its bytes and left out of its fields. */
export const frameSchema = z.strictObject({
  /** Counts every frame of the device since it is watched, the hidden ones too. */
  number: z.int().positive(),
  at: instantSchema,
  direction: z.enum(['from-device', 'to-device']),
  /** Upper-case pairs separated by spaces. */
  hex: z.string(),
  /** In the words of the protocol's document. */
  name: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
});
export type Frame = z.infer<typeof frameSchema>;

export const frameBatchSchema = z.strictObject({
  deviceId: z.string(),
  /** Frames of the last second, and one of how many of the most frequent kind was shown. */
  perSecond: z.int().nonnegative(),
  oneOf: z.int().positive(),
  frames: z.array(frameSchema),
});
export type FrameBatch = z.infer<typeof frameBatchSchema>;

/** Main process to device host. */
export const benchOrders = [
  /** A technician looks: facts are told twice a second. */
  z.strictObject({ type: z.literal('bench'), on: z.boolean() }),
  /** Frames of this device are told, and of no other; of none when absent. */
  z.strictObject({ type: z.literal('watch'), deviceId: z.string().optional() }),
  /** Traffic of this device is recorded; absent: the recording ends and is told. */
  z.strictObject({ type: z.literal('record'), deviceId: z.string().optional() }),
  /** Every device is let go, tested from the opening of its port to its closing, and opened again. */
  z.strictObject({ type: z.literal('self-test'), language: z.enum(['fr', 'en']) }),
] as const;

/** Device host to main process. */
export const benchAnswers = [
  z.strictObject({
    type: z.literal('bench-facts'),
    devices: z.array(benchFactsSchema),
    recording: recordingStateSchema.optional(),
  }),
  /** At most ten a second. */
  z.strictObject({ type: z.literal('frames'), ...frameBatchSchema.shape }),
  /** Text of a capture file. */
  z.strictObject({
    type: z.literal('recorded'),
    deviceId: z.string(),
    driver: driverIdSchema,
    text: z.string(),
  }),
  /** The devices tested until now; the last one comes with the pages to keep. */
  z.strictObject({
    type: z.literal('self-test'),
    reports: z.array(selfTestReportSchema),
    pages: z.strictObject({ html: z.string(), json: z.string() }).optional(),
  }),
] as const;
