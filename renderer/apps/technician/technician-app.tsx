import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import type { TechnicianProjection } from '#core/contract/technician.ts';
import type { Mirror } from '#renderer/stores/mirror.ts';
import { Mark } from '#renderer/ui/mark.tsx';
import { SimulationBanner } from '#renderer/ui/simulation-banner.tsx';
import type { Ask } from './bench.ts';
import { BenchWindow } from './bench-window.tsx';
import { LockScreen } from './lock-screen.tsx';
import type { FrameLog } from './model/frame-log.ts';

type ScreenProps = {
  readonly projection: TechnicianProjection;
  readonly log: FrameLog;
  readonly ask: Ask;
};

/** The lock, or the bench behind it. */
export const TechnicianScreen = ({ projection, log, ask }: ScreenProps) => (
  <div className="te">
    {projection.simulation ? <SimulationBanner /> : null}
    {projection.access === 'locked' ? (
      <LockScreen lock={projection} ask={ask} />
    ) : (
      <BenchWindow session={projection} log={log} ask={ask} />
    )}
  </div>
);

type TechnicianAppProps = {
  readonly cabin: StoreApi<Mirror<TechnicianProjection>>;
  readonly log: FrameLog;
  readonly ask: Ask;
};

/** Follows the cabin: nothing is shown before the first projection. */
export const TechnicianApp = ({ cabin, log, ask }: TechnicianAppProps) => {
  const { t } = useTranslation('technician');
  const mirror = useStore(cabin);
  useEffect(() => {
    document.title = t('title');
  }, [t]);
  if (mirror.status === 'connecting') {
    return (
      <div className="te alone" role="status">
        <Mark />
        <p className="mut">{t('loading')}</p>
      </div>
    );
  }
  return <TechnicianScreen projection={mirror.projection} log={log} ask={ask} />;
};
