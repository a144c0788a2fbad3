import { CircleAlert, CircleCheck, CircleDashed, FileText, Printer, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssistantPaper, AssistantPapers } from '#core/visit/papers/paper-views.ts';
import { PAPER_OUTCOMES, REPRINT_REASONS } from '#core/visit/papers/papers.ts';
import { formatTimeOfDay } from '#renderer/i18n/format.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import type { Ask, CabinView } from '../cabin.ts';
import { ReasonDialog } from '../dialogs/reason-dialog.tsx';
import { TaskFrame } from '../task-frame.tsx';

const useStateWords = () => {
  const { t } = useTranslation('papers');
  const staff = useStaffWords();
  return ({ state, reprint }: AssistantPaper): string => {
    switch (state.state) {
      case 'failed':
        return staff.fault(state.code, 'assistant');
      case 'printed':
        return t(reprint === undefined ? 'assistant.state.printed' : 'assistant.state.reprinted', {
          time: formatTimeOfDay(state.at),
        });
      case 'settled':
        return t(`assistant.outcome.${state.outcome}`);
      default:
        return t(`assistant.state.${state.state}`);
    }
  };
};

const StateIcon = ({ state }: AssistantPaper) => {
  switch (state.state) {
    case 'failed':
    case 'refused':
      return <CircleAlert className="i" aria-hidden />;
    case 'printing':
      return <Printer className="i" aria-hidden />;
    case 'printed':
      return <CircleCheck className="i" aria-hidden />;
    case 'arrived':
      return <FileText className="i" aria-hidden />;
    default:
      return <CircleDashed className="i" aria-hidden />;
  }
};

/** What can be done about one paper now: try again, print once more, say what becomes of it. */
const PaperKeys = ({ paper, ask }: { readonly paper: AssistantPaper; readonly ask: Ask }) => {
  const { t } = useTranslation('papers');
  const [asking, setAsking] = useState<'again' | 'otherwise'>();
  const { paperId, state, reprint } = paper;
  const close = () => setAsking(undefined);
  return (
    <span className="paper-keys">
      {state.state === 'failed' ? (
        <Button
          icon={<RotateCcw className="i" aria-hidden />}
          onPress={() => void ask({ type: 'retry-paper', paperId })}
        >
          {t('assistant.retry')}
        </Button>
      ) : null}
      {state.state === 'failed' || state.state === 'arrived' ? (
        <Button onPress={() => setAsking('otherwise')}>{t('assistant.otherwise')}</Button>
      ) : null}
      {state.state === 'printed' && reprint === undefined ? (
        <Button onPress={() => setAsking('again')}>{t('assistant.again')}</Button>
      ) : null}
      <ReasonDialog
        isOpen={asking === 'otherwise'}
        title={t('assistant.otherwise-title')}
        lead={t('assistant.otherwise-lead')}
        reasons={PAPER_OUTCOMES.map((reason) => ({ reason, words: t(`assistant.outcome.${reason}`) }))}
        onPick={(outcome) => {
          close();
          void ask({ type: 'settle-paper', paperId, outcome });
        }}
        onClose={close}
      />
      <ReasonDialog
        isOpen={asking === 'again'}
        title={t('assistant.again-title')}
        lead={t('assistant.again-lead')}
        reasons={REPRINT_REASONS.map((reason) => ({ reason, words: t(`assistant.reason.${reason}`) }))}
        onPick={(reason) => {
          close();
          void ask({ type: 'reprint-paper', paperId, reason });
        }}
        onClose={close}
      />
    </span>
  );
};

/** Every paper of the visit and where it stands. */
export const PaperRows = ({ papers, ask }: { readonly papers: AssistantPapers; readonly ask: Ask }) => {
  const { t } = useTranslation('papers');
  const words = useStateWords();
  return (
    <ul className="paper-rows">
      {papers.list.map((paper) => (
        <li key={paper.paperId}>
          <StateIcon {...paper} />
          <span>
            <b>{t(`kind.${paper.kind}`)}</b>
            <br />
            {t('pages', { count: paper.pages })}
            <br />
            <span role="status">{words(paper)}</span>
          </span>
          <PaperKeys paper={paper} ask={ask} />
        </li>
      ))}
    </ul>
  );
};

const StepKeys = ({ step, ask }: { readonly step: AssistantPapers['step']; readonly ask: Ask }) => {
  const { t } = useTranslation('papers');
  if (step === 'presence')
    return (
      <Button look="main" className="whole" onPress={() => void ask({ type: 'confirm-presence' })}>
        {t('assistant.present')}
      </Button>
    );
  if (step !== 'take') return null;
  return (
    <>
      <Button onPress={() => void ask({ type: 'remove-papers' })}>{t('assistant.removed')}</Button>
      <Button look="main" className="wide2" onPress={() => void ask({ type: 'take-papers' })}>
        {t('assistant.taken')}
      </Button>
    </>
  );
};

/** Papers of a closed consultation that are not in the patient's hands: nobody leaves before somebody has said what becomes of them. */
export const PapersStep = ({ visit, ask }: CabinView) => {
  const { t } = useTranslation('papers');
  const { papers } = visit;
  const { step, presence } = papers;
  if (step === 'over') return null;
  return (
    <TaskFrame title={t(`assistant.title.${step}`)} keys={<StepKeys step={step} ask={ask} />}>
      <div className="stacked">
        <p className="lead">{t(`assistant.lead.${step}`)}</p>
        <PaperRows papers={papers} ask={ask} />
        {presence === undefined ? null : (
          <p className="mut">
            {t(`assistant.present-by.${presence.by}`, {
              time: formatTimeOfDay(presence.at),
              name: presence.name ?? '',
            })}
          </p>
        )}
      </div>
    </TaskFrame>
  );
};
