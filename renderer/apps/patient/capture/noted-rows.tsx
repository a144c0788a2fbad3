import { useTranslation } from 'react-i18next';
import type { PatientProjection } from '#core/visit/projections/patient.ts';
import { isNoted, type ValueKey } from '#core/vitals/kinds.ts';
import { formatValue } from '#renderer/i18n/format.ts';

/** What the assistant took without a device, as the patient reads it: name, number, unit, that a person wrote it. */
export const NotedRows = ({ noted, language }: Pick<PatientProjection, 'noted' | 'language'>) => {
  const { t } = useTranslation(['patient', 'common']);
  return noted.flatMap(({ id, measure, values }) => {
    const [shown] = Object.entries(values);
    if (!isNoted(measure) || shown?.[1] === undefined) return [];
    return [
      <li key={id} className="card">
        <span className="name">{t(`common:noted.${measure}`)}</span>
        <b>{formatValue(shown[0] as ValueKey, shown[1].value, language)}</b>
        <span className="unit">
          {t(`common:noted-unit.${measure}`)}, {t('measures.by-hand')}
        </span>
      </li>,
    ];
  });
};
