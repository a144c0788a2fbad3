import { useTranslation } from 'react-i18next';
import type { Privacy } from '#core/visit/privacy/privacy.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from '../cabin.ts';
import { TaskFrame } from '../task-frame.tsx';

type PrivacyTaskProps = Pick<CabinView, 'ask'> & {
  readonly wish: Extract<Privacy, { state: 'asked' }>;
};

/** Patient or physician wish to talk alone: leave, or say why not. */
export const PrivacyTask = ({ ask, wish }: PrivacyTaskProps) => {
  const { t } = useTranslation('privacy');
  const keys = (
    <>
      <Button className="wide2" look="main" onPress={() => void ask({ type: 'start-private-talk' })}>
        {t('assistant.out')}
      </Button>
      <Button onPress={() => void ask({ type: 'decline-private-talk' })}>{t('assistant.decline')}</Button>
    </>
  );
  return (
    <TaskFrame
      eyebrow={t('assistant.since', { time: formatTimeOfDay(wish.at) })}
      title={t(`assistant.title.${wish.by}`)}
      keys={keys}
    >
      <p className="lead">{t('assistant.lead')}</p>
    </TaskFrame>
  );
};
