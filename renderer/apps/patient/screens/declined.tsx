import { Hand, ListChecks, LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { QuietCup } from '#renderer/ui/illustrations/quiet-cup.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { useSend } from '../services.ts';

/** The person said no to talking at a distance. That is a choice, with three ways on. */
export const Declined = ({ projection }: ScreenProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  return (
    <main className="split">
      <Plate>
        <QuietCup />
      </Plate>
      <ScrollColumn
        foot={
          <>
            <Button
              look="main"
              wide
              icon={<ListChecks className="i" aria-hidden />}
              onPress={() => send({ type: 'go-back' })}
            >
              {t('declined.review')}
            </Button>
            <Button wide icon={<Hand className="i" aria-hidden />} onPress={() => send({ type: 'ask-help' })}>
              {t('declined.call', { name: projection.assistant.givenName })}
            </Button>
            <Button wide icon={<LogOut className="i" aria-hidden />} onPress={() => send({ type: 'leave' })}>
              {t('declined.leave')}
            </Button>
          </>
        }
      >
        <div className="head">
          <h1>{t('declined.title')}</h1>
          <Sentence title={t('declined.title')} text={t('declined.sentence')} />
        </div>
      </ScrollColumn>
    </main>
  );
};
