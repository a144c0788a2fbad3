import { CircleAlert, CircleCheck, CircleDashed, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AssistantProjection } from '#core/visit/projections/assistant.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { Ask, CabinView } from '../cabin.ts';
import { TaskFrame } from '../task-frame.tsx';
import { PaperRows, PapersStep } from './papers-step.tsx';
import { ProofKey } from './proof-line.tsx';

type HandoverProps = { readonly handover: AssistantProjection['handover']; readonly ask: Ask };

const Handover = ({ handover, ask }: HandoverProps) => {
  const { t } = useTranslation('assistant');
  const staff = useStaffWords();
  const failed = handover.state === 'failed';
  const icon = {
    none: <CircleDashed className="i" aria-hidden />,
    writing: <CircleDashed className="i" aria-hidden />,
    written: <CircleCheck className="i" aria-hidden />,
    failed: <CircleAlert className="i" aria-hidden />,
  }[handover.state];
  return (
    <div className={failed ? 'fix' : 'state'} role="status">
      {icon}
      <span>
        <b>{t('handover.title')}</b>
        <br />
        {failed
          ? t('handover.failed', { words: staff.fault(handover.code, 'assistant') })
          : t(`handover.${handover.state}`)}
      </span>
      {failed ? (
        <Button
          icon={<RotateCcw className="i" aria-hidden />}
          onPress={() => void ask({ type: 'retry-handover' })}
        >
          {t('handover.retry')}
        </Button>
      ) : null}
    </div>
  );
};

/** The person is to be seen in presence: whoever is beside them helps them on. */
const InPerson = ({ closing }: Pick<AssistantProjection, 'closing'>) => {
  const { t } = useTranslation('closing');
  if (closing?.pathway !== 'in-person' || closing.orientation === undefined) return null;
  const { place, details } = closing.orientation;
  const where = t(`orientation.place.${place}`);
  return (
    <p className="lead">
      <b>{t('assistant.in-person')}</b>
      <br />
      {details === '' ? where : t('assistant.where', { place: where, details })}
    </p>
  );
};

/** The record leaves, then the cabin forgets. */
export const GoodbyeStep = (view: CabinView) => {
  const { visit, ask } = view;
  const { t } = useTranslation('assistant');
  const { proof, papers } = visit;
  if (papers.step !== 'over') return <PapersStep {...view} />;
  const finish = (
    <Button
      look="main"
      className={proof === undefined ? 'whole' : 'wide2'}
      notYet={visit.handover.state === 'written' ? undefined : t('step.finish-not-yet')}
      onPress={() => void ask({ type: 'finish-visit' })}
    >
      {t('step.finish')}
    </Button>
  );
  return (
    <TaskFrame
      title={t('step.goodbye-title')}
      keys={
        <>
          {proof === undefined ? null : <ProofKey proof={proof} />}
          {finish}
        </>
      }
    >
      <div className="stacked">
        <InPerson closing={visit.closing} />
        <p className="lead">{t('step.goodbye-lead')}</p>
        {papers.list.length === 0 ? null : <PaperRows papers={papers} ask={ask} />}
        <Handover handover={visit.handover} ask={ask} />
      </div>
    </TaskFrame>
  );
};
