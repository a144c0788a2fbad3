import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '#core/visit/words.ts';
import { classes } from '#renderer/ui/classes.ts';
import { RIBBON_STEPS, ribbonStepOf } from '../model/ribbon-step.ts';

/** A short ribbon of named steps in place of a percentage. */
export const Ribbon = ({ stage }: { readonly stage: Stage }) => {
  const { t } = useTranslation('patient');
  const now = RIBBON_STEPS.indexOf(ribbonStepOf(stage));
  return (
    <ol className="ribbon" aria-label={t('ribbon.label')}>
      {RIBBON_STEPS.map((step, index) => (
        <li
          key={step}
          className={classes(index < now && 'done', index === now && 'now')}
          aria-current={index === now ? 'step' : undefined}
        >
          {index < now ? <Check className="i" aria-hidden /> : null}
          <span>{t(`ribbon.${step}`)}</span>
        </li>
      ))}
    </ol>
  );
};
