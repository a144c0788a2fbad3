import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { canMeasure } from '#core/contract/devices.ts';
import { isMeasure } from '#core/vitals/kinds.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from '../cabin.ts';
import { TaskFrame } from '../task-frame.tsx';
import { BackKey } from './back-key.tsx';

/** What the cabin can do today, read aloud. */
export const CapabilitiesStep = ({ visit, ask }: CabinView) => {
  const { t } = useTranslation('assistant');
  const { t: staff } = useTranslation('staff');
  const measures = visit.devices
    .filter(({ state }) => canMeasure(state))
    .flatMap(({ measures }) => measures.filter(isMeasure).map((measure) => staff(`measure.${measure}`)));
  const points = [
    `${t('step.can-measure')} : ${measures.join(', ')}`,
    t('step.stop-anytime'),
    t('step.in-person'),
    t('step.free-choice'),
  ];
  const keys = (
    <>
      <BackKey ask={ask} />
      <Button look="main" className="wide2" onPress={() => void ask({ type: 'acknowledge-capabilities' })}>
        {t('step.understood')}
      </Button>
    </>
  );
  return (
    <TaskFrame title={t('stage.capabilities')} keys={keys}>
      <div className="stacked">
        <p className="lead">{t('step.capabilities-lead')}</p>
        <ul className="chk">
          {points.map((point) => (
            <li key={point}>
              <CircleCheck className="i" aria-hidden />
              <span>{point}</span>
            </li>
          ))}
        </ul>
      </div>
    </TaskFrame>
  );
};
