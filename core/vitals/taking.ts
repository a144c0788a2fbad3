import * as z from 'zod';
import type { NotedSign, VitalSign } from './kinds.ts';

/** Where a temperature is taken. */
export const TEMPERATURE_SITES = ['forehead', 'ear', 'mouth', 'armpit', 'rectum'] as const;
export type TemperatureSite = (typeof TEMPERATURE_SITES)[number];

/** How long breaths are counted, in seconds. */
export const COUNT_SECONDS = [30, 60] as const;
export type CountSeconds = (typeof COUNT_SECONDS)[number];

/** How a person came by a value that no device of the cabin gave; absent: it was read off an instrument. */
export const takingSchema = z.discriminatedUnion('how', [
  /** Counted by the assistant: the value is per minute. */
  z.strictObject({
    how: z.literal('counted'),
    count: z.int().nonnegative(),
    seconds: z.literal(COUNT_SECONDS),
  }),
  /** Read off a thermometer. */
  z.strictObject({ how: z.literal('read-at'), site: z.enum(TEMPERATURE_SITES) }),
  /** Said by the patient. */
  z.strictObject({ how: z.literal('told') }),
]);
export type Taking = z.infer<typeof takingSchema>;

/** How each sign is taken by a person; the others are read off an instrument. */
const TAKEN: Partial<Record<VitalSign, Taking['how']>> = {
  temperature: 'read-at',
  'respiratory-rate': 'counted',
  pain: 'told',
} satisfies Partial<Record<NotedSign, Taking['how']>>;

/** Breaths in a minute, of a count over some seconds. */
export const perMinute = (count: number, seconds: CountSeconds): number => (count * 60) / seconds;

/** Whether a sign was taken as it is to be, and a counted `rate` is the one of its count. */
export const isTakenRight = (
  sign: VitalSign,
  taking: Taking | undefined,
  rate: number | undefined,
): boolean =>
  taking?.how === TAKEN[sign] &&
  (taking?.how !== 'counted' || perMinute(taking.count, taking.seconds) === rate);
