import * as z from 'zod';
import { VALUE_KEYS, type ValueKey, vitalSignSchema } from './kinds.ts';
import { type LimitTable, limitMet } from './limit-table.ts';
import type { Reading } from './reading.ts';

/**
 * Values of an adult that a human is told of at once: what counts three points for itself in the National Early Warning Score 2 (Royal
 * College of Physicians, 2017; oxygen saturation on scale 1). Read as a list of limits: no score is counted, and nothing is concluded.
 */
export const ADULT_ALERT_TABLE: LimitTable = {
  spo2: { low: 91 },
  systolic: { low: 90, high: 220 },
  'pulse-rate': { low: 40, high: 131 },
  temperature: { low: 35 },
  'respiratory-rate': { low: 8, high: 25 },
};

/** A value that meets a limit, with the one before it where that confirms it. */
export const alertSchema = z.strictObject({
  key: z.enum(VALUE_KEYS as [ValueKey, ...ValueKey[]]),
  /** The measure that a repeat is taken by. */
  measure: vitalSignSchema,
  side: z.enum(['low', 'high']),
  /** The limit that is met, in the unit of the key. */
  limit: z.number(),
  /** What met it, oldest first: one value asks to be confirmed, two one after the other are. */
  values: z
    .array(z.strictObject({ readingId: z.string(), value: z.number() }))
    .min(1)
    .max(2),
});
export type Alert = z.infer<typeof alertSchema>;

export const isConfirmed = ({ values }: Alert): boolean => values.length === 2;

/** Measured now and of its own: neither computed from others, nor left in the memory of a device by whoever came before. */
const isMeasured = ({ derivedFrom, flags }: Reading): boolean =>
  derivedFrom === undefined && !flags.includes('stored');

const alertOf = (key: ValueKey, table: LimitTable, readings: readonly Reading[]): readonly Alert[] => {
  const measured = readings.flatMap(({ id, measure, values, origin }) => {
    const value = values[key]?.value;
    return value === undefined
      ? []
      : [
          {
            readingId: id,
            value,
            measure,
            simulated: origin === 'simulator',
            met: limitMet(table[key], value),
          },
        ];
  });
  const last = measured.at(-1);
  if (last?.met === undefined) return [];
  // A simulated value and one of a person never confirm one another.
  const before = measured.slice(0, -1).findLast(({ simulated }) => simulated === last.simulated);
  const confirming = before?.met?.side === last.met.side ? [before] : [];
  return [
    {
      key,
      measure: last.measure,
      ...last.met,
      values: [...confirming, last].map(({ readingId, value }) => ({ readingId, value })),
    },
  ];
};

/**
 * The values among `readings` (oldest first) that meet a limit of `table` now: of each key the last one counts, and the one before it
 * confirms it. For whom the table of adults is read stands in `alert-subject.ts`.
 */
export const alertsAmong = (
  readings: readonly Reading[],
  table: LimitTable = ADULT_ALERT_TABLE,
): readonly Alert[] => {
  const measured = readings.filter(isMeasured);
  return VALUE_KEYS.flatMap((key) => alertOf(key, table, measured));
};
