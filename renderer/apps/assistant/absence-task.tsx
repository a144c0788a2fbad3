import { useTranslation } from 'react-i18next';
import type { Absence } from '#core/visit/interruption/interruption.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { CabinView } from './cabin.ts';
import { TaskFrame } from './task-frame.tsx';

/** The physician has been away for a while: the ways on, which stay open until they are back. */
export const AbsenceTask = ({ ask, visit, absence }: CabinView & { readonly absence: Absence }) => {
  const { t } = useTranslation('assistant');
  const { telephone } = visit.site;
  const { answer, since } = absence;
  const physician = visit.physician?.name ?? t('request.a-physician');
  const lead = () => {
    if (answer === 'telephone') return t('absence.by-telephone', { number: telephone ?? '' });
    return answer === 'wait' ? t('absence.waiting') : t('absence.lead');
  };
  const keys = (
    <>
      {answer === 'wait' ? null : (
        <Button onPress={() => void ask({ type: 'answer-absence', answer: 'wait' })}>
          {t('absence.wait')}
        </Button>
      )}
      {telephone === undefined || answer === 'telephone' ? null : (
        <Button onPress={() => void ask({ type: 'answer-absence', answer: 'telephone' })}>
          {t('absence.telephone')}
        </Button>
      )}
      <Button look="main" onPress={() => void ask({ type: 'answer-absence', answer: 'queue' })}>
        {t('absence.queue')}
      </Button>
    </>
  );
  return (
    <TaskFrame
      eyebrow={t('absence.since', { time: formatTimeOfDay(since) })}
      title={t('absence.title', { physician })}
      keys={keys}
    >
      <div className="stacked">
        <p className="lead">{lead()}</p>
        <p className="mut">{t('absence.kept', { physician })}</p>
      </div>
    </TaskFrame>
  );
};
