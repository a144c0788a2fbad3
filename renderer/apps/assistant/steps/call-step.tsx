import { useTranslation } from 'react-i18next';
import type { CabinView } from '../cabin.ts';
import { MeasureList } from '../measure-list.tsx';
import { TaskFrame } from '../task-frame.tsx';

/** With the physician, no request open. */
export const CallStep = (view: CabinView) => {
  const { t } = useTranslation('assistant');
  const { physician, absence } = view.visit;
  return (
    <TaskFrame
      title={t('step.call-title', { physician: physician?.name ?? t('request.a-physician') })}
      keys={null}
    >
      <div className="stacked">
        <p className="lead">{absence === undefined ? t('step.call-lead') : t('step.call-away')}</p>
        <MeasureList {...view} />
      </div>
    </TaskFrame>
  );
};
