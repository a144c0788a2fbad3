import * as z from 'zod';
import { TABLE_OFF_REASONS, tableOffReason } from '../../vitals/alert-subject.ts';
import { type Alert, alertSchema, alertsAmong, isConfirmed } from '../../vitals/alert-table.ts';
import type { VitalSign } from '../../vitals/kinds.ts';
import { SOFT_LIMITS } from '../../vitals/soft-limits.ts';
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

/**
 * Values beyond the soft limits that nothing has confirmed yet: likelier a slip than a value. Those that the table tells of are left to it;
 * a confirmed one is taken as it is.
 */
export const unusualOf = ({ readings }: Visit, table: AlertTable): Alert[] => {
  const told = table.state === 'read' ? table.alerts.map(({ key }) => key) : [];
  return alertsAmong(readings, SOFT_LIMITS).filter(
    (alert) => !isConfirmed(alert) && !told.includes(alert.key),
  );
};

/** Measures to be taken once more, so that a value that meets the table is confirmed or not, and to be sure of an unusual one. */
export const toConfirm = (table: AlertTable, unusual: readonly Alert[]): VitalSign[] => {
  const open = table.state === 'read' ? table.alerts.filter((alert) => !isConfirmed(alert)) : [];
  return [...new Set([...open, ...unusual].map(({ measure }) => measure))];
};
