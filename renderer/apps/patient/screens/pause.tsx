import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { QuietCup } from '#renderer/ui/illustrations/quiet-cup.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { useIsSending, useSend } from '../services.ts';

/** A pause hides what the screen showed, and nobody sees or hears anybody; nothing counts down and nothing is lost. */
export const Pause = ({ children }: { readonly children: ReactNode }) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  const resuming = useIsSending('resume');
  return (
    <main className="split">
      <Plate>
        <QuietCup />
      </Plate>
      <ScrollColumn>
        <div className="head">
          <h1>{t('pause.title')}</h1>
          <Sentence title={t('pause.title')} text={t('pause.sentence')} />
        </div>
        <div className="row">
          <Button
            look="main"
            className="mainly"
            iconEnd={<ArrowRight className="i flip" aria-hidden />}
            busy={resuming ? t('pause.resume') : undefined}
            onPress={() => send({ type: 'resume' })}
          >
            {t('pause.resume')}
          </Button>
        </div>
        {children}
      </ScrollColumn>
    </main>
  );
};
