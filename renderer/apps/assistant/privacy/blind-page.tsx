import { Hand, PhoneCall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { BlindAssistant } from '#core/visit/projections/closed.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Face } from '#renderer/ui/face.tsx';
import { QuietCup } from '#renderer/ui/illustrations/quiet-cup.tsx';
import { Mark } from '#renderer/ui/mark.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import { portraitOf } from '#renderer/ui/portraits.ts';
import { SimulationBanner } from '#renderer/ui/simulation-banner.tsx';
import type { Ask } from '../cabin.ts';

type BlindPageProps = { readonly cabin: BlindAssistant; readonly ask: Ask };

/** Nothing of the visit while patient and physician are alone: a call, an emergency, and the way back. */
export const BlindPage = ({ cabin, ask }: BlindPageProps) => {
  const { t } = useTranslation('privacy');
  const { t: assistantWords } = useTranslation('assistant');
  const { assistant, help, returnAskedAt } = cabin;
  const isCalled = help !== undefined && help.acknowledgedAt === undefined;
  return (
    <div className="as">
      {cabin.simulation ? <SimulationBanner /> : null}
      <header className="hd">
        <Mark />
        <span className="mut place">{cabin.site.name}</span>
        <span className="sp" />
        <section className="id" aria-label={assistantWords('you')}>
          <Face name={assistant.name} portrait={portraitOf(assistant.name)} />
          <b>{assistant.name}</b>
        </section>
        <Button
          look="urgent"
          icon={<PhoneCall className="i" aria-hidden />}
          onPress={() => void ask({ type: 'raise-emergency' })}
        >
          {assistantWords('emergency.raise')}
        </Button>
      </header>
      <main className="signin">
        <section className="card own">
          <Plate>
            <QuietCup />
          </Plate>
          <h1>{t('assistant.blind-title')}</h1>
          <p>{t('assistant.blind-lead', { time: formatTimeOfDay(cabin.since) })}</p>
          {isCalled ? (
            <div className={classes('card', 'help', 'calling')} role="alert">
              <Hand className="i" aria-hidden />
              <span>{t('assistant.help')}</span>
              <Button look="main" onPress={() => void ask({ type: 'acknowledge-help' })}>
                {t('assistant.coming')}
              </Button>
            </div>
          ) : null}
          {returnAskedAt === undefined ? (
            <Button look="main" onPress={() => void ask({ type: 'ask-return' })}>
              {t('assistant.return')}
            </Button>
          ) : (
            <p role="status">{t('assistant.return-asked', { time: formatTimeOfDay(returnAskedAt) })}</p>
          )}
        </section>
      </main>
    </div>
  );
};
