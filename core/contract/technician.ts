import * as z from 'zod';
import { instantSchema } from '../time.ts';
import { siteSchema } from '../visit/words.ts';
import { benchFactsSchema, recordingStateSchema } from './bench.ts';
import { connectionSchema, deviceStatusSchema, driverIdSchema, usbMarkSchema } from './devices.ts';
import { errorCodeSchema, failureSchema } from './error-codes.ts';
import { printerStateSchema, simulatedPrinterSchema } from './printing.ts';
import { selfTestReportSchema } from './self-test.ts';
import { faultSchema, scenarioSchema } from './simulation.ts';
import { catalogueEntrySchema, simulatorSchema } from './simulator-host.ts';

/** The technician's window: what it may ask, and what it is shown. Every command but `unlock` is refused while it is locked. */

/** Four to twelve digits. */
const pinSchema = z.string().regex(/^\d{4,12}$/);
/** Longest capture file that is taken, in characters: about an hour of a stream. */
const LONGEST_FILE = 20_000_000;
const LARGEST_SEED = 999_999;
const seed = z.int().min(0).max(LARGEST_SEED);
const id = z.string().min(1).max(100);

export const technicianCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('unlock'), pin: pinSchema }),
  z.strictObject({ type: z.literal('lock') }),
  /** Frames of this device are shown, and of no other. */
  z.strictObject({ type: z.literal('watch'), deviceId: id }),
  z.strictObject({ type: z.literal('pause'), paused: z.boolean() }),
  z.strictObject({
    type: z.literal('start-simulator'),
    driver: driverIdSchema,
    scenario: scenarioSchema,
    seed,
  }),
  /** Seats another patient at a simulator that runs; faults are over. */
  z.strictObject({ type: z.literal('seat-patient'), simulatorId: id, scenario: scenarioSchema, seed }),
  z.strictObject({ type: z.literal('stop-simulator'), simulatorId: id }),
  z.strictObject({ type: z.literal('switch-fault'), simulatorId: id, fault: faultSchema, on: z.boolean() }),
  /** Switches off every fault. */
  z.strictObject({ type: z.literal('mend'), simulatorId: id }),
  /** How a played printer does. */
  z.strictObject({ type: z.literal('play-printer'), state: printerStateSchema }),
  z.strictObject({ type: z.literal('start-recording'), deviceId: id }),
  z.strictObject({ type: z.literal('stop-recording') }),
  /** A recording that this cabin has made. */
  z.strictObject({ type: z.literal('replay-recording'), name: id, speed: z.number().min(0.1).max(100) }),
  /** A capture file from elsewhere. */
  z.strictObject({
    type: z.literal('replay-file'),
    name: z.string().min(1).max(200),
    text: z.string().max(LONGEST_FILE),
    driver: driverIdSchema.optional(),
    speed: z.number().min(0.1).max(100),
  }),
  z.strictObject({ type: z.literal('run-self-test') }),
  z.strictObject({ type: z.literal('save-report') }),
  z.strictObject({ type: z.literal('choose-device'), deviceId: id, mark: usbMarkSchema }),
  /** Puts text on the clipboard: a page may not. */
  z.strictObject({ type: z.literal('copy'), text: z.string().max(2_000_000) }),
]);
export type TechnicianCommand = z.infer<typeof technicianCommandSchema>;

export const benchDeviceSchema = z.strictObject({
  ...deviceStatusSchema.shape,
  connection: connectionSchema,
  calibrationDue: z.iso.date().optional(),
  /** Absent until the device host has told them. */
  facts: benchFactsSchema.optional(),
});
export type BenchDevice = z.infer<typeof benchDeviceSchema>;

const selfTestViewSchema = z.strictObject({
  startedAt: instantSchema,
  running: z.boolean(),
  tookMs: z.number().nonnegative(),
  reports: z.array(selfTestReportSchema),
  /** Where the report was saved. */
  saved: z.strictObject({ html: z.string(), json: z.string() }).optional(),
});
export type SelfTestView = z.infer<typeof selfTestViewSchema>;

const letterCountSchema = z.strictObject({
  code: errorCodeSchema,
  count: z.int().positive(),
  /** When the last one came. */
  at: instantSchema,
});
/** Letters over the broker that were not taken since the cabin was started, of one kind. */
export type LetterCount = z.infer<typeof letterCountSchema>;

export const benchSchema = z.strictObject({
  devices: z.array(benchDeviceSchema),
  /** False while the device host restarts. */
  deviceHostReady: z.boolean(),
  /** A patient is in: what would disturb the visit is refused. */
  visitOn: z.boolean(),
  watched: z.string().optional(),
  paused: z.boolean(),
  simulators: z.array(simulatorSchema),
  catalogue: z.array(catalogueEntrySchema),
  recording: recordingStateSchema.optional(),
  /** Path of the recording that was just made. */
  recorded: z.string().optional(),
  /** Names of the recordings that can be replayed, newest first. */
  recordings: z.array(z.string()),
  selfTest: selfTestViewSchema.optional(),
  letters: z.array(letterCountSchema),
  /** Absent when the printer is real. */
  printer: simulatedPrinterSchema.optional(),
  /** What went wrong by itself: a recording that could not be written. */
  trouble: failureSchema.optional(),
  clock: z.strictObject({ now: instantSchema, rate: z.number().positive() }),
});
export type Bench = z.infer<typeof benchSchema>;

const place = {
  site: z.strictObject({ name: siteSchema.shape.name, cabinId: siteSchema.shape.cabinId }),
  simulation: z.boolean(),
};

/** What the technician's window is shown. */
export const technicianProjectionSchema = z.discriminatedUnion('access', [
  z.strictObject({
    access: z.literal('locked'),
    ...place,
    /** False: the profile of the site names no code, and nothing unlocks. */
    hasCode: z.boolean(),
    /** Wrong codes that are left before a pause. */
    triesLeft: z.int().nonnegative(),
    /** Milliseconds until another code is taken. */
    remainingMs: z.number().nonnegative().optional(),
  }),
  z.strictObject({
    access: z.literal('open'),
    ...place,
    /** Milliseconds until it locks by itself. */
    remainingMs: z.number().nonnegative(),
    bench: benchSchema,
  }),
]);
export type TechnicianProjection = z.infer<typeof technicianProjectionSchema>;
