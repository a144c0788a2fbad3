import * as z from 'zod';
import { TABLE_OFF_REASONS, tableOffReason } from '../../vitals/alert-subject.ts';
import { alertSchema, alertsAmong, isConfirmed } from '../../vitals/alert-table.ts';
import type { Measure } from '../../vitals/kinds.ts';
import type { Visit } from '../visit.ts';

/** What the staff is told of the published table: which values meet it, or why it is not read for this person. */
export const alertTableSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('off'), reason: z.enum(TABLE_OFF_REASONS) }),
  z.strictObject({ state: z.literal('read'), alerts: z.array(alertSchema) }),
]);
export type AlertTable = z.infer<typeof alertTableSchema>;

/** The table as it stands for the person of `visit` on `today` (ISO date). What an emergency has ended over is not told again. */
export const alertTableOf = (
  { identity, particulars, readings, alertsFrom }: Visit,
  today: string,
): AlertTable => {
  const reason = tableOffReason(identity, particulars, today);
  return reason === undefined
    ? { state: 'read', alerts: [...alertsAmong(readings.slice(alertsFrom))] }
    : { state: 'off', reason };
};

/** Measures to be taken once more, so that a value that meets the table is confirmed or not. */
export const toConfirm = (table: AlertTable): Measure[] =>
  table.state === 'off'
    ? []
    : [...new Set(table.alerts.filter((alert) => !isConfirmed(alert)).map(({ measure }) => measure))];
