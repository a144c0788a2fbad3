import * as z from 'zod';
import { instantSchema } from '../time.ts';
import { deviceIdentitySchema } from '../vitals/decoded.ts';
import { driverIdSchema } from './devices.ts';
import { errorCodeSchema } from './error-codes.ts';

/** What a self-test looks at, in the order in which it is reported. */
export const SELF_TEST_STEPS = [
  'opens',
  'identifies',
  'answers',
  'firmware',
  'battery',
  'clock',
  'idle',
  'measures',
  'closes',
] as const;
export type SelfTestStep = (typeof SELF_TEST_STEPS)[number];

/** `not-said`: the device does not tell. `not-tried`: not asked for, or an earlier step failed. */
const STEP_OUTCOMES = ['passed', 'failed', 'not-said', 'not-tried'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

const stepReportSchema = z.strictObject({
  step: z.enum(SELF_TEST_STEPS),
  outcome: z.enum(STEP_OUTCOMES),
  /** Why it failed. */
  code: errorCodeSchema.optional(),
  /** The device's or the system's own words: a version, a date, a message. Never a patient's value. */
  detail: z.string().optional(),
  /** Milliseconds. */
  tookMs: z.number().nonnegative().optional(),
});
export type StepReport = z.infer<typeof stepReportSchema>;

/** What a self-test found, as data; the same in JSON. */
export const selfTestReportSchema = z.strictObject({
  /** Id of the device in the cabin's devices file. */
  device: z.string(),
  driver: driverIdSchema,
  title: z.string(),
  evidence: z.enum(['recorded', 'unverified']),
  simulated: z.boolean(),
  /** How it was reached, e.g. `/dev/ttyUSB0`. */
  port: z.string(),
  identity: deviceIdentitySchema,
  /** When the test began. */
  at: instantSchema,
  tookMs: z.number().nonnegative(),
  bytesIn: z.int().nonnegative(),
  bytesOut: z.int().nonnegative(),
  /** No step failed. */
  passed: z.boolean(),
  /** One of each step. */
  steps: z.array(stepReportSchema),
});
export type SelfTestReport = z.infer<typeof selfTestReportSchema>;
