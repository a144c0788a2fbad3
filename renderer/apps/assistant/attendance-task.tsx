import { UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { REACHES } from '#core/visit/attendance/attendance.ts';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from './cabin.ts';
import { TaskFrame } from './task-frame.tsx';

type AttendanceTaskProps = Pick<CabinView, 'ask' | 'visit'> & {
  readonly attendance: NonNullable<AssistantProjection['attendance']>;
};

/** Nobody answers the screen: the assistant looks, and says whether somebody is there. */
export const AttendanceTask = ({ ask, visit, attendance }: AttendanceTaskProps) => {
  const { t } = useTranslation('attendance');
  const { state, since, mustBeReached } = attendance;
  const { telephone } = visit.particulars;
  const isAway = state === 'away';
  const gone = mustBeReached ? (
    REACHES.filter((reach) => (reach === 'no-number') === (telephone === undefined)).map((reach) => (
      <Button key={reach} onPress={() => void ask({ type: 'note-departure', reach })}>
        {t(`assistant.gone-and.${reach}`)}
      </Button>
    ))
  ) : (
    <Button onPress={() => void ask({ type: 'note-departure' })}>{t('assistant.gone')}</Button>
  );
  const keys = (
    <>
      {gone}
      <Button
        look="main"
        className="whole"
        icon={<UserRoundCheck className="i" aria-hidden />}
        onPress={() => void ask({ type: 'give-sign' })}
      >
        {t(isAway ? 'assistant.same-person' : 'assistant.here')}
      </Button>
    </>
  );
  return (
    <TaskFrame
      eyebrow={t('assistant.since', { time: formatTimeOfDay(since) })}
      title={t(isAway ? 'assistant.away-title' : 'assistant.title')}
      keys={keys}
    >
      <div className="stacked">
        <p className="lead">{t(isAway ? 'assistant.away-lead' : 'assistant.lead')}</p>
        {mustBeReached ? (
          <p className="lead">
            {telephone === undefined
              ? t('assistant.reach-nobody')
              : t('assistant.reach', { number: telephone })}
          </p>
        ) : null}
        <p className="mut">{t(isAway ? 'assistant.over-soon' : 'assistant.blank-soon')}</p>
      </div>
    </TaskFrame>
  );
};
