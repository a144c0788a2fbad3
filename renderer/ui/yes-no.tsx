import { Check } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';

type YesNoProps = {
  /** The question, for those who hear the screen. */
  readonly question: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

/** Two keys of equal weight; a check and a fill mark the choice. */
export const YesNo = ({ question, value, onChange }: YesNoProps) => {
  const { t } = useTranslation('common');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box and legend, the question stands beside it
    <div className="yn" role="group" aria-label={question}>
      {[false, true].map((answer) => (
        <AriaButton key={String(answer)} aria-pressed={value === answer} onPress={() => onChange(answer)}>
          {value === answer ? <Check className="i" aria-hidden /> : null}
          {answer ? t('yes') : t('no')}
        </AriaButton>
      ))}
    </div>
  );
};
