import type { AlertTable } from '#core/visit/alerts/alerts.ts';
import { type Alert, isConfirmed } from '#core/vitals/alert-table.ts';
import { otherUnits } from '#core/vitals/confused-units.ts';
import { formatValue } from '#renderer/i18n/format.ts';
import { useStaffWords } from './use-staff-words.ts';

interface Watched {
  readonly alertTable: AlertTable;
  readonly unusual: readonly Alert[];
}

/** What staff read of the published table: which values meet it and by which limit, never what it may mean. */
export const useAlertWords = () => {
  const { t, language, unit } = useStaffWords();
  const written = ({ key }: Alert, value: number): string =>
    `${formatValue(key, value, language)}\u00a0${unit(key)}`;
  const line = (alert: Alert): string =>
    t(`alert.${alert.side}`, {
      name: t(`value.${alert.key}`),
      values: alert.values.map(({ value }) => written(alert, value)).join(t('alert.and-then')),
      limit: written(alert, alert.limit),
    });
  /** An unusual value, with what it would be had the instrument shown another unit. */
  const unusualLine = (alert: Alert): string => {
    const value = alert.values[0]?.value ?? alert.limit;
    const others = otherUnits({ [alert.key]: value }).flatMap(({ unit: other, values }) => {
      const own = values[alert.key];
      return own === undefined
        ? []
        : [t('alert.in-unit', { unit: t(`other-unit.${other}`), value: written(alert, own.value) })];
    });
    const said = { name: t(`value.${alert.key}`), value: written(alert, value) };
    return others.length === 0
      ? t('alert.unusual', said)
      : t('alert.unusual-or', { ...said, others: others.join(', ') });
  };
  const lines = (alerts: readonly Alert[]): string => alerts.map(line).join(', ');
  return {
    /** Several values in one line. */
    lines,
    /** The values that are to be measured once more, or undefined where there are none. */
    toConfirm: ({ alertTable, unusual }: Watched): string | undefined => {
      const open =
        alertTable.state === 'read' ? alertTable.alerts.filter((alert) => !isConfirmed(alert)) : [];
      const all = [...open.map(line), ...unusual.map(unusualLine)];
      return all.length === 0 ? undefined : t('alert.to-confirm', { values: all.join(', ') });
    },
    /** Why the table is not read, or undefined where it is. */
    off: (table: AlertTable): string | undefined =>
      table.state === 'off' ? t(`alert.off.${table.reason}`) : undefined,
  };
};
