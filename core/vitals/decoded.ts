import * as z from 'zod';
import { readingKindSchema, valuesSchema } from './kinds.ts';

/** Why a frame yields no value. Closed list, documented in docs/devices/README.md. */
export const INVALID_REASONS = [
  'sensor-off',
  'searching',
  'checksum',
  'structure',
  'device-error',
  'out-of-range',
  'unsettled',
  'unconfirmed',
  'no-value',
  'unverified',
  'control-solution',
] as const;
export type InvalidReason = (typeof INVALID_REASONS)[number];

/** What qualifies a valid value, or accompanies an invalid one. Closed list, documented in docs/devices/README.md. */
export const READING_FLAGS = [
  'low-perfusion',
  'motion',
  'irregular-pulse',
  'stored',
  'unprotected',
  'low-battery',
  'clock-off',
] as const;
export type ReadingFlag = (typeof READING_FLAGS)[number];

export const deviceIdentitySchema = z.strictObject({
  maker: z.string(),
  model: z.string(),
  serial: z.string().optional(),
  firmware: z.string().optional(),
});
/** What a device says of itself, or what its driver knows of it. */
export type DeviceIdentity = z.infer<typeof deviceIdentitySchema>;

const common = {
  kind: readingKindSchema,
  /** The device's own local time, without offset (`2019-10-29T14:29:00`); absent when it sends none. */
  deviceTime: z.iso.datetime({ local: true, offset: false }).optional(),
  flags: z.array(z.enum(READING_FLAGS)),
  device: deviceIdentitySchema,
  /** How many frames agree on this line. */
  frames: z.int().positive(),
};

export const validReadingSchema = z.strictObject({
  ...common,
  status: z.literal('valid'),
  values: valuesSchema,
});
const invalidReadingSchema = z.strictObject({
  ...common,
  status: z.literal('invalid'),
  reason: z.enum(INVALID_REASONS),
  /** The device's own error code (`E44`) or mark (`LO`, `HI`), when it gave one. */
  detail: z.string().optional(),
});
/** One line of `device decode`: what a driver made of the bytes. */
export const decodedReadingSchema = z.discriminatedUnion('status', [
  validReadingSchema,
  invalidReadingSchema,
]);
export type ValidReading = z.infer<typeof validReadingSchema>;
export type DecodedReading = z.infer<typeof decodedReadingSchema>;
