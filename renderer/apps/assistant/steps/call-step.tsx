import { useTranslation } from 'react-i18next';
import type { CabinView } from '../cabin.ts';
import { MeasureList } from '../measure-list.tsx';
import { OtherSigns } from '../signs/other-signs.tsx';
import { TaskFrame } from '../task-frame.tsx';

/** With the physician, no request open. */
export const CallStep = (view: CabinView) => {
  const { t } = useTranslation('assistant');
  const { t: papersWords } = useTranslation('papers');
  const { physician, absence, weakLine, site, papers } = view.visit;
  const sent = papers.list.filter(({ state }) => state.state === 'arrived').length;
  const lead = () => {
    if (absence !== undefined) return t('step.call-away');
    if (weakLine?.answer === 'asked') return t('weak-line.asked');
    if (weakLine?.answer !== 'telephone') return t('step.call-lead');
    return site.telephone === undefined
      ? t('weak-line.telephone')
      : t('weak-line.telephone-to', { number: site.telephone });
  };
  return (
    <TaskFrame
      title={t('step.call-title', { physician: physician?.name ?? t('request.a-physician') })}
      keys={null}
    >
      <div className="stacked">
        <div className="lead-row">
          <p className="lead">{lead()}</p>
          <OtherSigns {...view} />
        </div>
        {sent === 0 ? null : (
          <p className="mut" role="status">
            {papersWords('assistant.coming', { count: sent })}
          </p>
        )}
        <MeasureList {...view} />
      </div>
    </TaskFrame>
  );
};
