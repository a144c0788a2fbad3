import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { WelcomeScene } from '#renderer/ui/illustrations/welcome-scene.tsx';
import { Plate } from '#renderer/ui/plate.tsx';
import type { CabinView } from '../cabin.ts';
import { InterruptedVisit } from '../duty/interrupted-visit.tsx';
import { OpeningLine } from '../opening/opening-line.tsx';
import { TaskFrame } from '../task-frame.tsx';

/** Nobody is in. */
export const WelcomeStep = ({ visit, ask, keys }: CabinView) => {
  const { t } = useTranslation('assistant');
  const { interruptedVisit } = visit;
  if (interruptedVisit !== undefined) {
    return (
      <TaskFrame title={t('step.welcome-title')} keys={null}>
        <InterruptedVisit since={interruptedVisit} keys={keys} />
      </TaskFrame>
    );
  }
  const start = (
    <Button look="main" className="whole" onPress={() => void ask({ type: 'start-visit' })}>
      {t('step.start')}
    </Button>
  );
  return (
    <TaskFrame title={t('step.welcome-title')} keys={start}>
      <div className="pictured">
        <div>
          <p className="lead">{t('step.welcome-lead')}</p>
          <OpeningLine visit={visit} keys={keys} />
        </div>
        <Plate>
          <WelcomeScene />
        </Plate>
      </div>
    </TaskFrame>
  );
};
