import * as z from 'zod';
import { readingKindSchema } from '../vitals/kinds.ts';
import { connectionSchema, driverIdSchema } from './devices.ts';
import { faultSchema, scenarioSchema } from './simulation.ts';

/** Main process and simulator host (an Electron utility process): devices that do not exist, on lines that do. */

/** What plays the device: a patient of this kind who is measured, or a recording. */
export const simulatorSourceSchema = z.discriminatedUnion('source', [
  z.strictObject({ source: z.literal('patient'), scenario: scenarioSchema, seed: z.int().nonnegative() }),
  z.strictObject({
    source: z.literal('recording'),
    /** Name of the file, for whoever reads it on screen. */
    name: z.string(),
    /** How much faster than it was recorded. */
    speed: z.number().positive(),
  }),
]);
export type SimulatorSource = z.infer<typeof simulatorSourceSchema>;

export const simulatorSchema = z.strictObject({
  id: z.string(),
  driver: driverIdSchema,
  connection: connectionSchema,
  plays: simulatorSourceSchema,
  /** Faults that can be made here: not every line can be busy, not every device has a clock. */
  possible: z.array(faultSchema),
  active: z.array(faultSchema),
});
export type SimulatorStatus = z.infer<typeof simulatorSchema>;

/** A driver whose device can be simulated. */
export const catalogueEntrySchema = z.strictObject({
  driver: driverIdSchema,
  title: z.string(),
  measures: z.array(readingKindSchema),
  evidence: z.enum(['recorded', 'unverified']),
});
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;

/** Every order is answered once, by its number. */
const order = { number: z.int().positive() };
const simulatorId = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** Main process to simulator host. */
export const toSimulatorHostSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('settings'), clockRate: z.number().positive() }),
  /** A simulator of the same id is replaced. */
  z.strictObject({
    type: z.literal('start'),
    ...order,
    id: simulatorId,
    driver: driverIdSchema,
    scenario: scenarioSchema,
    seed: z.int().nonnegative(),
  }),
  z.strictObject({
    type: z.literal('replay'),
    ...order,
    id: simulatorId,
    /** Absent: as the recording says. */
    driver: driverIdSchema.optional(),
    name: z.string(),
    /** Text of a capture file. */
    text: z.string(),
    speed: z.number().positive(),
  }),
  z.strictObject({ type: z.literal('stop'), ...order, id: simulatorId }),
  z.strictObject({
    type: z.literal('fault'),
    ...order,
    id: simulatorId,
    fault: faultSchema,
    on: z.boolean(),
  }),
  z.strictObject({ type: z.literal('mend'), ...order, id: simulatorId }),
  z.strictObject({ type: z.literal('shut-down') }),
]);
export type ToSimulatorHost = z.infer<typeof toSimulatorHostSchema>;

/** Simulator host to main process. */
export const fromSimulatorHostSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready'), catalogue: z.array(catalogueEntrySchema) }),
  z.strictObject({ type: z.literal('simulators'), simulators: z.array(simulatorSchema) }),
  /** `refused` says why it could not be done. */
  z.strictObject({ type: z.literal('done'), number: z.int(), refused: z.string().optional() }),
]);
export type FromSimulatorHost = z.infer<typeof fromSimulatorHostSchema>;
