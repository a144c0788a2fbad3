import { WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Mark } from '#renderer/ui/mark.tsx';
import type { TabletLink } from './link.ts';
import { PairingPage, type PairingPageProps } from './pairing-page.tsx';

/** No connection for so long that nothing is shown any more. */
export const AwayPage = () => {
  const { t } = useTranslation('assistant');
  return (
    <div className="as">
      <header className="hd">
        <Mark />
        <span className="sp" />
      </header>
      <main className="signin">
        <section className="card own" role="alert">
          <WifiOff className="i" aria-hidden />
          <h1>{t('tablet.away-title')}</h1>
          <p>{t('tablet.away-lead')}</p>
          <p>
            <b>{t('tablet.emergency')}</b>
          </p>
        </section>
      </main>
    </div>
  );
};

/** What was shown last, greyed and dead to the touch: old is never shown as live. */
export const Stale = ({
  at,
  children,
}: {
  readonly at: string | undefined;
  readonly children: ReactNode;
}) => {
  const { t } = useTranslation('assistant');
  const isOld = at !== undefined;
  return (
    <>
      {isOld ? (
        <p className="no-link" role="alert">
          <WifiOff className="i" aria-hidden />
          <span>
            <b>{t('tablet.lost', { time: formatTimeOfDay(at) })}</b> {t('tablet.lost-lead')}
          </span>
        </p>
      ) : null}
      <div className={isOld ? 'shown old' : 'shown'} inert={isOld}>
        {children}
      </div>
    </>
  );
};

type TabletAppProps = {
  readonly link: StoreApi<TabletLink>;
  readonly onPair: PairingPageProps['onPair'];
  /** The assistant's screen, while there is a connection or there was one lately. */
  readonly screen: () => ReactNode;
};

/** The assistant's screen in a tablet's browser: pairing, the screen itself, and what is left of it without a connection. */
export const TabletApp = ({ link, onPair, screen }: TabletAppProps) => {
  const { t } = useTranslation('assistant');
  const now = useStore(link);
  switch (now.state) {
    case 'unpaired':
      return <PairingPage pairing={now.pairing} refusal={now.refusal} onPair={onPair} />;
    case 'open':
    case 'lost':
      return <Stale at={now.state === 'lost' ? now.at : undefined}>{screen()}</Stale>;
    case 'away':
      return <AwayPage />;
    default:
      return (
        <div className="as alone" role="status">
          <Mark />
          <p className="mut">{t('loading')}</p>
        </div>
      );
  }
};
