import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import type { MeasureView } from '#core/visit/projections/shared.ts';
import type { Language } from '#core/visit/words.ts';
import { shownValues } from '../model/shown-values.ts';

type MeasureRowProps = {
  readonly view: MeasureView;
  readonly language: Language;
  readonly available: boolean;
};

/** One measure on one line of the list of measures: its name, and where it stands or what it gave. */
export const MeasureRow = ({ view, language, available }: MeasureRowProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const { measure, status } = view;
  const words = (): string => {
    switch (status.status) {
      case 'to-do':
        return t(available ? 'measures.todo' : 'measures.impossible');
      case 'in-progress':
        return t('measures.progress');
      case 'skipped':
        return t('measures.skipped');
      case 'done':
        return shownValues(measure, status.reading.values, language)[0]?.text ?? '';
      default:
        return assertNever(status);
    }
  };
  const unit =
    status.status === 'done' ? shownValues(measure, status.reading.values, language)[0]?.unit : undefined;
  return (
    <li className={status.status === 'done' ? 'card' : 'card todo'}>
      <span className="name">{t(`common:measure-title.${measure}`)}</span>
      <b>{words()}</b>
      {unit === undefined ? null : <span className="unit">{t(`common:unit.${unit}`)}</span>}
    </li>
  );
};
