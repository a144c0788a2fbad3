import { useTranslation } from 'react-i18next';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import type { CabinView } from '../cabin.ts';
import { MeasureList } from '../measure-list.tsx';
import { OtherSigns } from '../signs/other-signs.tsx';
import { TaskFrame } from '../task-frame.tsx';

/** In the queue; the measures stay within reach. */
export const WaitingStep = (view: CabinView) => {
  const { t } = useTranslation('assistant');
  const { interruption } = view.visit;
  return (
    <TaskFrame title={t('step.waiting-title')} keys={null}>
      <div className="stacked">
        <div className="lead-row">
          <p className="lead">
            {view.visit.gatewayReady ? t('step.waiting-lead') : t('step.waiting-offline')}
          </p>
          <OtherSigns {...view} />
        </div>
        {interruption === undefined ? null : (
          <p className="lead">
            {t(`interrupted.${interruption.cause}`, {
              physician: interruption.physician.name,
              time: formatTimeOfDay(interruption.since),
            })}
          </p>
        )}
        <MeasureList {...view} />
      </div>
    </TaskFrame>
  );
};
