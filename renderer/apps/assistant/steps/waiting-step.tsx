import { useTranslation } from 'react-i18next';
import type { CabinView } from '../cabin.ts';
import { MeasureList } from '../measure-list.tsx';
import { TaskFrame } from '../task-frame.tsx';

/** In the queue; the measures stay within reach. */
export const WaitingStep = (view: CabinView) => {
  const { t } = useTranslation('assistant');
  return (
    <TaskFrame title={t('step.waiting-title')} keys={null}>
      <div className="stacked">
        <p className="lead">{view.visit.gatewayReady ? t('step.waiting-lead') : t('step.waiting-offline')}</p>
        <MeasureList {...view} />
      </div>
    </TaskFrame>
  );
};
