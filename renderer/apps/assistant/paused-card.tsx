import { CirclePlay } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from './cabin.ts';
import { TaskFrame } from './task-frame.tsx';

/** The visit rests; nothing is lost. In a call nobody sees or hears anybody meanwhile. */
export const PausedCard = ({ ask, visit }: Pick<CabinView, 'ask' | 'visit'>) => {
  const { t } = useTranslation('assistant');
  const resume = (
    <Button
      look="main"
      className="whole"
      icon={<CirclePlay className="i" aria-hidden />}
      onPress={() => void ask({ type: 'resume' })}
    >
      {t('pause.resume')}
    </Button>
  );
  return (
    <TaskFrame title={t('pause.paused-title')} keys={resume}>
      <p className="lead">{t(visit.stage === 'call' ? 'pause.paused-lead-call' : 'pause.paused-lead')}</p>
    </TaskFrame>
  );
};
