import type { AlertTable } from '#core/visit/alerts/alerts.ts';
import { type Alert, isConfirmed } from '#core/vitals/alert-table.ts';
import { formatValue } from '#renderer/i18n/format.ts';
import { useStaffWords } from './use-staff-words.ts';

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
  const lines = (alerts: readonly Alert[]): string => alerts.map(line).join(', ');
  return {
    /** Several values in one line. */
    lines,
    /** The values that are to be measured once more, or undefined where there are none. */
    toConfirm: (table: AlertTable): string | undefined => {
      const open = table.state === 'read' ? table.alerts.filter((alert) => !isConfirmed(alert)) : [];
      return open.length === 0 ? undefined : t('alert.to-confirm', { values: lines(open) });
    },
    /** Why the table is not read, or undefined where it is. */
    off: (table: AlertTable): string | undefined =>
      table.state === 'off' ? t(`alert.off.${table.reason}`) : undefined,
  };
};
