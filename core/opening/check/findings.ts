import * as z from 'zod';
import { errorCodeSchema } from '../../contract/error-codes.ts';
import { instantSchema } from '../../time.ts';

/** What is looked at before the first patient, in the order in which it is told. */
const OPENING_CHECKS = [
  'devices',
  'equipment',
  'calibration',
  'instruments',
  'camera',
  'microphone',
  'loudspeaker',
  'voice',
  'network',
  'clock',
  'disk',
  'printer',
] as const;
export type OpeningCheckName = (typeof OPENING_CHECKS)[number];

/** Worst first. `attention`: visits work, something is missing of them. `failed`: visits do not work as they should. */
const OUTCOMES = ['failed', 'attention', 'not-tried', 'good'] as const;

/**
 * What was found, in a word. Behind each, what `figure` is, and what `names` are of.
 */
const OPENING_NOTES = [
  /** Count of devices. */
  'all-ready',
  /** Ids of devices. */
  'devices-away',
  'no-device',
  'complete',
  /** Of `MANDATORY_EQUIPMENT`. */
  'incomplete',
  /** Count of instruments with a date. */
  'calibration-holds',
  /** Names of the profile. */
  'calibration-over',
  /** Count of instruments of the call. */
  'all-there',
  /** Of `INSTRUMENT_ROLES`. */
  'instruments-away',
  'no-instrument',
  /** Simulated, all of them. */
  'played',
  'picture',
  /** Whole decibels below full scale, a negative number. */
  'quiet',
  /** The same. */
  'noisy',
  'heard',
  'not-heard',
  /** `code` says what. */
  'fault',
  /** Languages. */
  'speaks',
  /** Languages without a voice. */
  'partly',
  'mute',
  /** Milliseconds there and back. */
  'both-ways',
  'inside-only',
  'broker-away',
  'outside-away',
  /** Whole seconds that this clock is ahead (negative: behind). */
  'right',
  'wrong',
  'no-reference',
  /** Free gigabytes (10^9 bytes), one decimal. */
  'room',
  'low',
  'full',
  /** Names of the printers, the system's own words. */
  'printer-there',
  'no-printer',
  /** A visit has begun meanwhile: patients come first. */
  'interrupted',
  /** The part that should have looked did not answer. */
  'no-answer',
] as const;
const openingNoteSchema = z.enum(OPENING_NOTES);

export const findingSchema = z.strictObject({
  check: z.enum(OPENING_CHECKS),
  outcome: z.enum(OUTCOMES),
  note: openingNoteSchema,
  code: errorCodeSchema.optional(),
  names: z.array(z.string()).optional(),
  figure: z.number().optional(),
});
export type Finding = z.infer<typeof findingSchema>;

/** The check that runs, or the last one. */
export const openingCheckSchema = z.strictObject({
  running: z.boolean(),
  at: instantSchema,
  /** Who opened the cabin, or asked for the check. */
  by: z.string(),
  findings: z.array(findingSchema),
});
export type OpeningCheckView = z.infer<typeof openingCheckSchema>;

/** Findings in the order in which they are told. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  OPENING_CHECKS.flatMap((check) => findings.filter((finding) => finding.check === check));

/** What wants somebody first, then the rest, each in the order in which it is told. */
export const worstFirst = (findings: readonly Finding[]): Finding[] =>
  OUTCOMES.flatMap((outcome) => findings.filter((finding) => finding.outcome === outcome));
