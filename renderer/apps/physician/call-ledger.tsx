import { useTranslation } from 'react-i18next';
import {
  CALL_LEVELS,
  causesOf,
  type DirectionTotals,
  endOfCause,
  type Ledger,
  totalOf,
} from '#core/call/ledger.ts';
import { formatMinutes } from '#renderer/i18n/format.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';

type DirectionProps = { readonly name: 'outgoing' | 'incoming'; readonly totals: DirectionTotals };

const Direction = ({ name, totals }: DirectionProps) => {
  const { t } = useTranslation('ledger');
  const staff = useStaffWords();
  const levels = CALL_LEVELS.filter((level) => totals[level] > 0);
  return (
    <li>
      <b>{t(name)}</b> {levels.map((level) => t(level, { time: formatMinutes(totals[level]) })).join(', ')}
      {causesOf(totals).map(([code, lastedMs]) => (
        <small className="ledger-cause" key={code}>
          {t('cause', {
            time: formatMinutes(lastedMs),
            cause: staff.found(code, endOfCause(name, code), 'physician'),
          })}
        </small>
      ))}
    </li>
  );
};

/** How long each person saw and heard the other, and why not: kept by the cabin, ready for the closing (R.6316-4 CSP). */
export const CallLedger = ({ ledger }: { readonly ledger: Ledger }) => {
  const { t } = useTranslation('ledger');
  if (totalOf(ledger.outgoing) === 0) return null;
  const { measuredMs, meanMs, highestMs } = ledger.roundTrip;
  return (
    <section className="fld" aria-label={t('title')}>
      <span>{t('title')}</span>
      <ul className="incidents">
        <Direction name="outgoing" totals={ledger.outgoing} />
        <Direction name="incoming" totals={ledger.incoming} />
        {measuredMs === 0 ? null : (
          <li>{t('round-trip', { mean: Math.round(meanMs), highest: Math.round(highestMs) })}</li>
        )}
      </ul>
      <small>{t('lead')}</small>
    </section>
  );
};
