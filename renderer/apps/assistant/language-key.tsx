import { Languages } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import type { CabinView } from './cabin.ts';

/** The language that the person reads, and the choice of another one for them, each named in its own script. */
export const LanguageKey = ({ visit, ask }: CabinView) => {
  const { t } = useTranslation(['assistant', 'common']);
  const [choosing, setChoosing] = useState(false);
  const close = () => setChoosing(false);
  return (
    <>
      <Button
        className="language"
        icon={<Languages className="i" aria-hidden />}
        onPress={() => setChoosing(true)}
      >
        {t('mirror.language-is', { language: t(`common:language.${visit.language}`) })}
      </Button>
      <Dialog isOpen={choosing} title={t('mirror.language')} onClose={close}>
        {LANGUAGES.map((language) => (
          <Button
            key={language}
            lang={language}
            pressed={visit.language === language}
            onPress={() => {
              void ask({ type: 'choose-language', language });
              close();
            }}
          >
            {t(`common:language.${language}`)}
          </Button>
        ))}
      </Dialog>
    </>
  );
};
