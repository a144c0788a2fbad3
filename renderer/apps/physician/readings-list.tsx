import { useTranslation } from 'react-i18next';
import type { AlertTable } from '#core/visit/alerts/alerts.ts';
import type { Reading } from '#core/vitals/reading.ts';
import type { Agreement } from '#renderer/call/visit-receiver.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { SignalBars } from '#renderer/ui/signal-bars.tsx';
import { useAlertWords } from '#renderer/ui/staff/use-alert-words.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { SameMark } from './measure-cell.tsx';

const useMarks = () => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  return (reading: Reading): string => {
    const { repetition } = reading.conditions;
    const place =
      reading.derivedFrom === undefined
        ? repetition === undefined
          ? undefined
          : t('readings.in-series', { number: repetition })
        : t('readings.mean');
    const origin = reading.origin === 'simulator' ? staff.t('simulated') : staff.taken(reading);
    const flags = reading.flags.map((flag) => staff.t(`flag.${flag}`));
    const enteredIn =
      reading.enteredIn === undefined
        ? undefined
        : staff.t('entered-in', { unit: staff.t(`other-unit.${reading.enteredIn}`) });
    return [place, origin, enteredIn, ...flags].filter((part) => part !== undefined).join(', ');
  };
};

type ReadingsListProps = {
  readonly readings: readonly Reading[];
  readonly table: AlertTable;
  readonly agreement: Agreement;
};

/** Every reading of the visit, newest first: repeats do not replace one another. */
export const ReadingsList = ({ readings, table, agreement }: ReadingsListProps) => {
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const marks = useMarks();
  const off = useAlertWords().off(table);
  return (
    <section className="card pane" aria-label={t('readings.title')}>
      <h2>{t('readings.title')}</h2>
      {off === undefined ? null : <p className="mut">{off}</p>}
      {readings.length === 0 ? (
        <p className="mut">{t('readings.none')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
        <ol tabIndex={0}>
          {readings.toReversed().map((reading) => (
            <li key={reading.id}>
              <span className="mut">{formatTimeOfDay(reading.takenAt)}</span>
              <span>
                {agreement.withheld.has(reading.id) ? (
                  <b>{t('readings.withheld', { measure: staff.t(`measure.${reading.measure}`) })}</b>
                ) : (
                  <b>{staff.namedLine(reading)}</b>
                )}
                {agreement.same.has(reading.id) ? <SameMark /> : null}
                <small>{marks(reading)}</small>
              </span>
              {reading.signal === undefined ? null : (
                <span role="img" aria-label={staff.signal(reading.signal)}>
                  <SignalBars level={reading.signal} />
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
};
