import { useTranslation } from 'react-i18next';
import { Mark } from '#renderer/ui/mark.tsx';
import { SignalBars } from '#renderer/ui/signal-bars.tsx';

/** The first moments of a window, before it knows the visit; the numbers to call are here already. */
export const Connecting = () => {
  const { t } = useTranslation(['patient', 'common']);
  return (
    <>
      <header className="top">
        <Mark />
      </header>
      <main className="starting">
        <SignalBars level={2} />
        <p role="status">{t('common:starting')}</p>
        <p>{t('common:starting-emergency')}</p>
      </main>
    </>
  );
};
