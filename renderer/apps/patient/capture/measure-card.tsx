import { useTranslation } from 'react-i18next';
import { assertNever } from '#core/result.ts';
import type { MeasureView } from '#core/visit/projections/shared.ts';
import type { Language } from '#core/visit/words.ts';
import { ValueCard } from '#renderer/ui/value-card.tsx';
import { summaryValues } from '../model/shown-values.ts';

type MeasureCardProps = {
  readonly view: MeasureView;
  readonly language: Language;
  readonly available: boolean;
};

/** One measure as cards: its values, or where it stands. */
export const MeasureCard = ({ view, language, available }: MeasureCardProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const { measure, status } = view;
  const name = t(`common:measure-title.${measure}`);
  switch (status.status) {
    case 'to-do':
      return available ? (
        <ValueCard name={name} state="todo" value={t('measures.todo')} note={t('measures.todo-note')} />
      ) : (
        <ValueCard
          name={name}
          state="impossible"
          value={t('measures.impossible')}
          note={t('measures.impossible-note')}
        />
      );
    case 'in-progress':
      return (
        <ValueCard
          name={name}
          state="todo"
          value={t('measures.progress')}
          note={t('measures.progress-note')}
        />
      );
    case 'skipped':
      return (
        <ValueCard
          name={name}
          state="impossible"
          value={t('measures.skipped')}
          note={t('measures.skipped-note')}
        />
      );
    case 'done':
      return summaryValues(measure, status.reading.values, language).map((value) => (
        <ValueCard
          key={value.name}
          name={value.name === 'blood-pressure' ? name : t(`common:value.${value.name}`)}
          state="value"
          value={value.text}
          note={
            status.reading.origin === 'manual'
              ? `${t(`common:unit.${value.unit}`)}, ${t('measures.by-hand')}`
              : t(`common:unit.${value.unit}`)
          }
        />
      ));
    default:
      return assertNever(status);
  }
};
