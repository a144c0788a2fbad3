import { useTranslation } from 'react-i18next';
import type { TemperatureSite } from '#core/vitals/taking.ts';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { TypedSign } from '../model/manual-entry.ts';
import type { Entered } from './unit-question.tsx';

type EntryReviewProps = {
  readonly measure: TypedSign;
  readonly entered: Entered;
  readonly name: string;
  readonly site: TemperatureSite | undefined;
};

/** The values once more, large, before they are kept: a typed value has no device that vouches for it. */
export const EntryReview = ({ measure, entered, name, site }: EntryReviewProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const { values, enteredIn } = entered;
  return (
    <div className="echo">
      {staff.written(measure, values).map(({ key, name: label, number, unit }) => (
        <p key={key}>
          <small>{label}</small>
          <b>{number}</b> {unit}
        </p>
      ))}
      {site === undefined ? null : <p className="mut">{t(`hand.site.${site}`)}</p>}
      <p className="mut">{t('hand.marked', { name })}</p>
      {enteredIn === undefined ? null : (
        <p className="mut">{staff.t('entered-in', { unit: staff.t(`other-unit.${enteredIn}`) })}</p>
      )}
    </div>
  );
};
