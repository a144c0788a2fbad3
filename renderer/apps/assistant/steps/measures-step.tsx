import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from '../cabin.ts';
import { MeasureList } from '../measure-list.tsx';
import { OtherSigns } from '../signs/other-signs.tsx';
import { TaskFrame } from '../task-frame.tsx';

/** All measures with their state; the wait begins when each is done or left out. */
export const MeasuresStep = (view: CabinView) => {
  const { t } = useTranslation('assistant');
  const open = view.visit.measures.filter(({ status }) => status.status === 'to-do');
  const finish = (
    <Button
      look={open.length === 0 ? 'main' : 'alt'}
      className="wide2"
      onPress={() => void view.ask({ type: 'finish-measures' })}
    >
      {t('capture.finish')}
    </Button>
  );
  return (
    <TaskFrame
      eyebrow={open.length === 0 ? undefined : t('capture.remaining', { count: open.length })}
      title={t('capture.title')}
      keys={
        <>
          <OtherSigns {...view} />
          {finish}
        </>
      }
    >
      <div className="stacked">
        <MeasureList {...view} lead={<p className="lead">{t('capture.lead')}</p>} />
      </div>
    </TaskFrame>
  );
};
