import * as z from 'zod';
import { deviceIdentitySchema } from '../vitals/decoded.ts';
import { readingKindSchema } from '../vitals/kinds.ts';
import { errorCodeSchema } from './error-codes.ts';

/** Driver ids of this cabin; each has a folder in `devices/drivers/` and a page in `docs/devices/`. */
export const DRIVER_IDS = [
  'and-tm2657',
  'barcode-scanner',
  'contec-08a',
  'contec-cms50',
  'contec-cms50-5byte',
  'contour-usb',
  'healthometer',
  'ieee11073',
  'masimo-ascii1',
  'nellcor-n560',
  'nonin',
  'omron-hbp9030',
  'omron-hem790it',
  'onetouch-ultra2',
  'taidoc',
  'tanita-scale',
] as const;
export const driverIdSchema = z.enum(DRIVER_IDS);
export type DriverId = z.infer<typeof driverIdSchema>;

export const originSchema = z.enum(['device', 'simulator', 'manual']);
/** Where a value comes from; it follows the reading into the record. */
export type Origin = z.infer<typeof originSchema>;

const usbId = z.int().min(0).max(0xffff);

/**
 * What tells one USB device from another of the same kind: its serial number when it has one, else the socket it is plugged in
 * (`1-4.2`: bus 1, port 4 of it, port 2 of the hub there). Never a COM number: those move.
 */
export const usbMarkSchema = z.strictObject({
  serialNumber: z.string().min(1).optional(),
  topology: z.string().min(1).optional(),
});
export type UsbMark = z.infer<typeof usbMarkSchema>;

/** How a device is reached. A serial path may be a pseudo-terminal: the driver cannot tell. */
export const connectionSchema = z.discriminatedUnion('transport', [
  z.strictObject({
    transport: z.literal('serial'),
    path: z.string().min(1),
    /** Serial number that the adapter at this path must have; another one there means that the ports were renumbered. */
    serialNumber: z.string().min(1).optional(),
  }),
  /** For devices that speak in reports or APDUs, each is framed: two bytes of length (big-endian), then its bytes. */
  z.strictObject({ transport: z.literal('tcp'), host: z.string().min(1), port: z.int().min(1).max(65_535) }),
  /** Found among what is plugged in, by the USB ids that the driver nominates, and narrowed by what was remembered. */
  z.strictObject({
    transport: z.literal('usb'),
    vendorId: usbId.optional(),
    productId: usbId.optional(),
    ...usbMarkSchema.shape,
  }),
]);
export type Connection = z.infer<typeof connectionSchema>;

export const lineSettingsSchema = z.strictObject({
  baudRate: z.int().positive(),
  dataBits: z.union([z.literal(7), z.literal(8)]),
  parity: z.enum(['none', 'even', 'odd']),
  stopBits: z.union([z.literal(1), z.literal(2)]),
});
/** Settings of a serial line. A pseudo-terminal accepts and ignores them. */
export type LineSettings = z.infer<typeof lineSettingsSchema>;

/** Which device plays which role in this cabin. */
export const bindingSchema = z.strictObject({
  id: z.string().min(1),
  driver: driverIdSchema,
  connection: connectionSchema,
  /** How the device's own menu was set, where that differs from what its driver expects. */
  line: lineSettingsSchema.optional(),
  /** Until when the device's calibration holds, as its certificate says. */
  calibrationDue: z.iso.date().optional(),
  /** True for a simulator on the wire: its readings are marked, and a banner stands on every screen. */
  simulated: z.boolean().default(false),
});
export type DeviceBinding = z.infer<typeof bindingSchema>;

/** The devices file of `npm start -- --devices <file>`. */
export const devicesFileSchema = z
  .strictObject({ devices: z.array(bindingSchema).min(1) })
  .refine(({ devices }) => new Set(devices.map(({ id }) => id)).size === devices.length, {
    error: 'device ids are unique',
  });
export type DevicesFile = z.infer<typeof devicesFileSchema>;

/** A device as its supervisor sees it. `fault` says what is wrong and keeps trying as the code's retry policy says. */
export const deviceStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('absent') }),
  z.strictObject({ state: z.literal('found') }),
  z.strictObject({ state: z.literal('identifying') }),
  z.strictObject({ state: z.literal('ready') }),
  z.strictObject({ state: z.literal('measuring') }),
  z.strictObject({ state: z.literal('fault'), code: errorCodeSchema }),
]);
export type DeviceState = z.infer<typeof deviceStateSchema>;

/** Whether a measure can be asked of it: an oximeter on a finger streams, and is asked all the same. */
export const canMeasure = ({ state }: DeviceState): boolean => state === 'ready' || state === 'measuring';

/** One of several plugged-in devices that fit a binding: the assistant chooses, nobody guesses. */
export const candidateSchema = z.strictObject({
  ...usbMarkSchema.shape,
  /** What the system calls it, e.g. `/dev/ttyUSB0`. */
  path: z.string(),
  /** What the device calls itself over USB, when it does. */
  product: z.string().optional(),
});
export type Candidate = z.infer<typeof candidateSchema>;

export const deviceStatusSchema = z.strictObject({
  id: z.string(),
  driver: driverIdSchema,
  /** What it measures; a scanner measures nothing. */
  measures: z.array(readingKindSchema),
  simulated: z.boolean(),
  identity: deviceIdentitySchema,
  state: deviceStateSchema,
  /** Present with the faults `DEVICE_AMBIGUOUS` and `PORT_TWINS`. */
  candidates: z.array(candidateSchema).optional(),
});
export type DeviceStatus = z.infer<typeof deviceStatusSchema>;
