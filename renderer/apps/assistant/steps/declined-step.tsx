import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from '../cabin.ts';
import { TaskFrame } from '../task-frame.tsx';

/** No agreement: no teleconsultation, another way is offered. */
export const DeclinedStep = ({ ask }: CabinView) => {
  const { t } = useTranslation('assistant');
  const keys = (
    <>
      <Button onPress={() => void ask({ type: 'finish-visit' })}>{t('step.declined-leave')}</Button>
      <Button look="main" className="wide2" onPress={() => void ask({ type: 'go-back' })}>
        {t('step.declined-back')}
      </Button>
    </>
  );
  return (
    <TaskFrame title={t('step.declined-title')} keys={keys}>
      <p className="lead">{t('step.declined-lead')}</p>
    </TaskFrame>
  );
};
