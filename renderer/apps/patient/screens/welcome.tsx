import { ArrowRight } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { WelcomeScene } from '#renderer/ui/illustrations/welcome-scene.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { useIsSending, useSend } from '../services.ts';
import { LanguageKeys } from '../shell/language-dialog.tsx';

/** Who is here, what will happen, one key to begin. */
export const Welcome = ({ projection }: ScreenProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  const starting = useIsSending('start-visit');
  const languageLabel = useId();
  return (
    <main className="split">
      <Plate fit="hero">
        <WelcomeScene label={t('welcome.picture')} />
      </Plate>
      <ScrollColumn>
        <h1>{t('welcome.title')}</h1>
        <Sentence
          title={t('welcome.title')}
          text={t('welcome.sentence', { name: projection.assistant.givenName })}
        />
        <div className="row">
          <Button
            look="main"
            className="mainly"
            iconEnd={<ArrowRight className="i flip" aria-hidden />}
            busy={starting ? t('welcome.start') : undefined}
            onPress={() => send({ type: 'start-visit' })}
          >
            {t('welcome.start')}
          </Button>
        </div>
        <div className="head">
          <p className="eyebrow" id={languageLabel}>
            {t('welcome.language')}
          </p>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box and legend */}
          <div className="langs" role="group" aria-labelledby={languageLabel}>
            <LanguageKeys
              language={projection.language}
              onChoose={(language) => send({ type: 'choose-language', language })}
            />
          </div>
        </div>
      </ScrollColumn>
    </main>
  );
};
