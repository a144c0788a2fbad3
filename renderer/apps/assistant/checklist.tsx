import { CircleDot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { POSTURE_POINTS } from '#core/vitals/cuff.ts';
import type { Measure } from '#core/vitals/kinds.ts';

const POINTS = {
  oximetry: ['seated', 'polish', 'deep', 'still'],
  'blood-pressure': POSTURE_POINTS,
  'body-weight': ['shoes', 'feet', 'still', 'arm'],
} as const;

/** What to look at before the measure starts, in the order of the body. */
export const Checklist = ({ measure }: { readonly measure: Measure }) => {
  const { t } = useTranslation('assistant');
  const words = usePointWords();
  return (
    <ul className="chk" aria-label={t(`request.title.${measure}`)}>
      {words(measure).map((point) => (
        <li key={point}>
          <CircleDot className="i" aria-hidden />
          <span>{point}</span>
        </li>
      ))}
    </ul>
  );
};

const usePointWords = () => {
  const { t } = useTranslation('assistant');
  return (measure: Measure): readonly string[] => {
    switch (measure) {
      case 'oximetry':
        return POINTS[measure].map((point) => t(`check.oximetry.${point}`));
      case 'blood-pressure':
        return POINTS[measure].map((point) => t(`check.blood-pressure.${point}`));
      case 'body-weight':
        return POINTS[measure].map((point) => t(`check.body-weight.${point}`));
    }
  };
};
