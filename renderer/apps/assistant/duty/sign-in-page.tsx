import { Hand, PhoneCall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { LockedAssistant } from '#core/visit/projections/closed.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Mark } from '#renderer/ui/mark.tsx';
import { SimulationBanner } from '#renderer/ui/simulation-banner.tsx';
import { BenchKey } from '../bench-key.tsx';
import type { Ask, CabinKeys } from '../cabin.ts';
import { EmergencyCard } from '../emergency-card.tsx';
import { InterruptedVisit } from './interrupted-visit.tsx';
import { SignInCard } from './sign-in-card.tsx';

type SignInPageProps = {
  readonly cabin: LockedAssistant;
  readonly ask: Ask;
  readonly keys: CabinKeys;
};

/** Somebody calls from the closed cabin: that can be answered by whoever is near. */
const HelpLine = ({ cabin, ask }: Pick<SignInPageProps, 'cabin' | 'ask'>) => {
  const { t } = useTranslation('assistant');
  const { help } = cabin;
  if (help === undefined) return null;
  const isCalling = help.acknowledgedAt === undefined;
  return (
    <div className="card help calling" role="alert">
      <Hand className="i" aria-hidden />
      <span>
        <b>{t('help.label')}</b>{' '}
        {t(isCalling ? 'help.asked' : 'help.coming', { time: formatTimeOfDay(help.askedAt) })}
      </span>
      {isCalling ? (
        <Button look="main" onPress={() => void ask({ type: 'acknowledge-help' })}>
          {t('help.acknowledge')}
        </Button>
      ) : null}
    </div>
  );
};

/** The cabin is closed until somebody responsible signs in. An emergency and a call for help wait for no code. */
export const SignInPage = ({ cabin, ask, keys }: SignInPageProps) => {
  const { t } = useTranslation('assistant');
  const { site, emergency } = cabin;
  return (
    <div className="as">
      {cabin.simulation ? <SimulationBanner /> : null}
      <header className="hd">
        <Mark />
        <span className="mut place">{site.name}</span>
        <span className="sp" />
        <BenchKey {...keys} />
        {emergency === undefined ? (
          <Button
            look="urgent"
            icon={<PhoneCall className="i" aria-hidden />}
            onPress={() => void ask({ type: 'raise-emergency' })}
          >
            {t('emergency.raise')}
          </Button>
        ) : null}
      </header>
      <main className={classes('signin', emergency !== undefined && 'beside')}>
        {emergency === undefined ? null : (
          <EmergencyCard
            site={site}
            redFlags={[]}
            measures={[]}
            emergency={emergency}
            ask={ask}
            closable={false}
          />
        )}
        <section className="card own">
          <h1>{t(keys.own === undefined ? 'tablet.sign-in-title' : 'duty.title')}</h1>
          <p className="mut">{t(keys.own === undefined ? 'tablet.sign-in-lead' : 'duty.lead')}</p>
          {cabin.interruptedVisit === undefined ? null : (
            <InterruptedVisit since={cabin.interruptedVisit} keys={keys} />
          )}
          <HelpLine cabin={cabin} ask={ask} />
          <SignInCard {...cabin} {...keys} open={keys.own === undefined ? t('tablet.sign-in') : undefined} />
        </section>
      </main>
    </div>
  );
};
