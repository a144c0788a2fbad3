import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

type LanguageKeysProps = {
  readonly language: Language;
  readonly onChoose: (language: Language) => void;
};

/** One key a language, each named in its own script, so that it is found by whoever reads no other. */
export const LanguageKeys = ({ language, onChoose }: LanguageKeysProps) => {
  const { t } = useTranslation('common');
  return LANGUAGES.map((each) => (
    <Button
      key={each}
      lang={each}
      pressed={each === language}
      icon={each === language ? <Check className="i" aria-hidden /> : null}
      onPress={() => onChoose(each)}
    >
      {t(`language.${each}`)}
    </Button>
  ));
};

type LanguageDialogProps = LanguageKeysProps & {
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** The choice of a language, on any screen. */
export const LanguageDialog = ({ isOpen, onClose, language, onChoose }: LanguageDialogProps) => {
  const { t } = useTranslation('patient');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('welcome.language')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box and legend */}
      <div className="langs" role="group" aria-label={t('welcome.language')}>
        <LanguageKeys
          language={language}
          onChoose={(chosen) => {
            onChoose(chosen);
            onClose();
          }}
        />
      </div>
      <Button onPress={onClose}>{t('back')}</Button>
    </Dialog>
  );
};
