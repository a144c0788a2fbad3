import {
  ArrowLeft,
  ArrowRight,
  CircleOff,
  CirclePause,
  FileText,
  HeartPulse,
  type LucideIcon,
  PhoneCall,
  ReceiptEuro,
  Stethoscope,
  UserRound,
  Video,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { MEASURES } from '#core/vitals/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import { Sentence } from '#renderer/ui/sentence.tsx';
import { listWords } from '../model/list-words.ts';
import type { ScreenProps } from '../screen-props.ts';
import { useSend } from '../services.ts';

type Fact = { readonly icon: LucideIcon; readonly text: string };

const Facts = ({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) => (
  <section className="card about">
    <h2>{title}</h2>
    <ul className="facts">
      {facts.map(({ icon: Icon, text }) => (
        <li key={text}>
          <span className="ico">
            <Icon aria-hidden />
          </span>
          {text}
        </li>
      ))}
    </ul>
  </section>
);

/** What is possible here and what is not, before anything is asked of the person. */
export const Capabilities = ({ projection }: ScreenProps) => {
  const { t } = useTranslation(['patient', 'common']);
  const send = useSend();
  const { language, unavailable } = projection;
  const words = (available: boolean) =>
    MEASURES.filter((measure) => unavailable.includes(measure) !== available).map((measure) =>
      t(`common:measure.${measure}`),
    );
  const missing = words(false);
  const can: Fact[] = [
    { icon: Video, text: t('capabilities.talk') },
    { icon: HeartPulse, text: t('capabilities.measure', { list: listWords(words(true), language) }) },
    { icon: FileText, text: t('capabilities.report') },
    ...(missing.length === 0
      ? []
      : [{ icon: CircleOff, text: t('capabilities.unavailable', { list: listWords(missing, language) }) }]),
    { icon: Stethoscope, text: t('capabilities.choice') },
  ];
  const know: Fact[] = [
    { icon: PhoneCall, text: t('capabilities.emergency') },
    { icon: CirclePause, text: t('capabilities.stop') },
    { icon: UserRound, text: t('capabilities.in-person') },
    { icon: ReceiptEuro, text: t('capabilities.cost') },
  ];
  return (
    <main className="cons">
      <div className="head">
        <h1>{t('capabilities.title')}</h1>
        <Sentence
          title={t('capabilities.title')}
          text={t('capabilities.sentence', { name: projection.assistant.givenName })}
        />
      </div>
      <ScrollColumn fill>
        <div className="abouts">
          <Facts title={t('capabilities.can')} facts={can} />
          <Facts title={t('capabilities.know')} facts={know} />
        </div>
      </ScrollColumn>
      <div className="row end">
        <Button icon={<ArrowLeft className="i flip" aria-hidden />} onPress={() => send({ type: 'go-back' })}>
          {t('back')}
        </Button>
        <Button
          look="main"
          iconEnd={<ArrowRight className="i flip" aria-hidden />}
          onPress={() => send({ type: 'acknowledge-capabilities' })}
        >
          {t('capabilities.understood')}
        </Button>
      </div>
    </main>
  );
};
