import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONSENTS, type Consents } from '#core/identity/consents.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence, SpeakerKey } from '#renderer/ui/sentence.tsx';
import { YesNo } from '#renderer/ui/yes-no.tsx';
import type { ScreenProps } from '../screen-props.ts';
import { useIsSending, useSend } from '../services.ts';

/** Four separate agreements, each No until the person says Yes. */
export const ConsentsScreen = ({ projection }: ScreenProps) => {
  const { t } = useTranslation('patient');
  const send = useSend();
  const sending = useIsSending('give-consents');
  const [answers, setAnswers] = useState<Consents>(projection.consents);
  const name = projection.assistant.givenName;
  return (
    <main className="cons">
      <div className="head">
        <h1>{t('consents.title')}</h1>
        <Sentence title={t('consents.title')} text={t('consents.sentence')} />
      </div>
      <ScrollColumn fill>
        <div className="list">
          {CONSENTS.map((consent) => {
            const question = t(`consents.${consent}-question`, { name });
            const detail = t(`consents.${consent}-detail`);
            return (
              <section className="card ask" key={consent}>
                <SpeakerKey text={`${question}. ${detail}`} label={t('consents.listen', { question })} />
                <p>
                  <b>{question}</b>
                  {detail}
                </p>
                <YesNo
                  question={question}
                  value={answers[consent]}
                  onChange={(value) => setAnswers((before) => ({ ...before, [consent]: value }))}
                />
              </section>
            );
          })}
        </div>
      </ScrollColumn>
      <div className="row end">
        <Button icon={<ArrowLeft className="i flip" aria-hidden />} onPress={() => send({ type: 'go-back' })}>
          {t('back')}
        </Button>
        <Button
          look="main"
          iconEnd={<ArrowRight className="i flip" aria-hidden />}
          busy={sending ? t('continue') : undefined}
          onPress={() => send({ type: 'give-consents', consents: answers })}
        >
          {t('continue')}
        </Button>
      </div>
    </main>
  );
};
