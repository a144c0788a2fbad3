import * as z from 'zod';
import { validReadingSchema } from '../vitals/decoded.ts';
import { readingKindSchema } from '../vitals/kinds.ts';
import { benchAnswers, benchOrders } from './bench.ts';
import { bindingSchema, deviceStatusSchema, originSchema, usbMarkSchema } from './devices.ts';
import { failureSchema } from './error-codes.ts';

/** Ties everything a device yields to one capture of one visit: a late frame of an earlier visit carries an older epoch and is dropped. */
const captureKey = { captureId: z.string().min(1), epoch: z.int().nonnegative() };

/** Main process to device host. */
export const toDeviceHostSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('configure'),
    bindings: z.array(bindingSchema),
    clockRate: z.number().positive(),
  }),
  z.strictObject({ type: z.literal('begin-visit'), epoch: z.int().nonnegative() }),
  z.strictObject({ type: z.literal('end-visit'), epoch: z.int().nonnegative() }),
  z.strictObject({ type: z.literal('start-capture'), ...captureKey, measure: readingKindSchema }),
  /** Ends the capture; a cuff is released at once. */
  z.strictObject({ type: z.literal('stop-capture'), ...captureKey }),
  z.strictObject({ type: z.literal('ping'), number: z.int() }),
  /** The application ends: cuffs are released, ports closed, then the process ends by itself. */
  z.strictObject({ type: z.literal('shut-down') }),
  /** The assistant says which of the candidates it is. */
  z.strictObject({ type: z.literal('choose-device'), deviceId: z.string(), mark: usbMarkSchema }),
  /** Comes with one MessagePort, on which the page receives `LiveMessage`s. */
  z.strictObject({ type: z.literal('page-port'), page: z.string().min(1) }),
  ...benchOrders,
]);
export type ToDeviceHost = z.infer<typeof toDeviceHostSchema>;

/** Device host to main process. */
export const fromDeviceHostSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('pong'), number: z.int() }),
  z.strictObject({ type: z.literal('devices'), devices: z.array(deviceStatusSchema) }),
  /** What tells the device of a binding from others, to be remembered for the next start. */
  z.strictObject({ type: z.literal('device-bound'), deviceId: z.string(), mark: usbMarkSchema }),
  z.strictObject({
    type: z.literal('capture-reading'),
    ...captureKey,
    measure: readingKindSchema,
    deviceId: z.string(),
    origin: originSchema,
    reading: validReadingSchema,
    /** Signal quality over the capture, 1 (poor) to 4 (very good); absent when the device gives no measure of it. */
    signal: z.int().min(1).max(4).optional(),
    /** SHA-256, hex, of the raw bytes the reading was decoded from. */
    rawHash: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  z.strictObject({
    type: z.literal('capture-failed'),
    ...captureKey,
    measure: readingKindSchema,
    failure: failureSchema,
  }),
  ...benchAnswers,
]);
export type FromDeviceHost = z.infer<typeof fromDeviceHostSchema>;
