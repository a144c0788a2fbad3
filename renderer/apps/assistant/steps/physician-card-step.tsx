import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { Face } from '#renderer/ui/face.tsx';
import type { CabinView } from '../cabin.ts';
import { TaskFrame } from '../task-frame.tsx';

/** Who the physician is, read to the person before any picture or sound. */
export const PhysicianCardStep = ({ visit, ask }: CabinView) => {
  const { t } = useTranslation('assistant');
  const { physician } = visit;
  const keys = (
    <Button look="main" className="whole" onPress={() => void ask({ type: 'acknowledge-physician' })}>
      {t('step.card-accept')}
    </Button>
  );
  return (
    <TaskFrame title={t('step.card-title')} keys={keys}>
      <div className="stacked">
        <p className="lead">{t('step.card-lead')}</p>
        {physician === undefined ? null : (
          <div className="pcard">
            <Face name={physician.name} portrait={visit.simulation ? 'doctor' : undefined} />
            <p>
              <b>{physician.name}</b>
              <span>{physician.specialty}</span>
              <span>{physician.place}</span>
              <span className="mut">{t('step.rpps', { number: physician.rpps })}</span>
            </p>
          </div>
        )}
      </div>
    </TaskFrame>
  );
};
