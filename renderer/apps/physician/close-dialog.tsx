import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Pathway, REPORT_STATES } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { CallLedger } from './call-ledger.tsx';
import { type ClosingDraft, type ClosingGap, closingFrom, EMPTY_CLOSING } from './closing/closing-draft.ts';
import { DecisionPart } from './closing/decision-part.tsx';
import { OrientationPart } from './closing/orientation-part.tsx';
import { SickLeavePart } from './closing/sick-leave-part.tsx';
import { IncidentList } from './incidents.tsx';
import type { ConsultationView } from './view.ts';

/** Longest advice and longest remark (`close-consultation`). */
const LONGEST_ADVICE = 1_000;
const LONGEST_REMARK = 500;
/** Longest name of who takes a person over. */
const LONGEST_TAKER = 200;

const useGapWords = () => {
  const { t } = useTranslation('physician');
  const { t: closing } = useTranslation('closing');
  const words: Readonly<Record<ClosingGap, string>> = {
    taker: t('close-dialog.not-handed-over'),
    decision: closing('decision.not-yet'),
    'decision-again': closing('decision.weigh-again'),
    orientation: closing('orientation.not-yet'),
    'sick-leave-days': closing('sick-leave.days-missing'),
    'sick-leave-exception': closing('sick-leave.unexplained'),
    report: t('close-dialog.not-yet'),
  };
  return (gap: ClosingGap): string => words[gap];
};

type CloseDialogProps = ConsultationView & {
  readonly onPathway: (pathway: Pathway) => void;
  readonly onClose: () => void;
};

/** Closing: the decision, where the person goes, what becomes of the report, the advice they read, and the incidents that go along. */
export const CloseDialog = (props: CloseDialogProps) => {
  const { visit, state, actions, onPathway, onClose } = props;
  const { t } = useTranslation('physician');
  const { t: closing } = useTranslation('closing');
  const staff = useStaffWords();
  const gapWords = useGapWords();
  const [draft, setDraft] = useState<ClosingDraft>(EMPTY_CLOSING);
  const change = (changed: Partial<ClosingDraft>) => setDraft((before) => ({ ...before, ...changed }));
  const outcome = closingFrom(draft, visit);
  const [refusal, setRefusal] = useState<string>();
  const close = async () => {
    if (!outcome.ready) return;
    const answer = await actions.close(outcome.words, outcome.handedOverTo);
    if (answer.ok) onClose();
    else setRefusal(staff.fault(answer.failure.code, 'physician'));
  };
  return (
    <Dialog isOpen title={t('close-dialog.title')} onClose={onClose}>
      {visit.stage === 'call' ? null : <p className="notice">{t('close-dialog.not-in-call')}</p>}
      {refusal === undefined ? null : (
        <p className="notice" role="alert">
          {refusal}
        </p>
      )}
      <div className="closing">
        <div className="closing-part">
          {visit.emergency === undefined ? null : (
            <label className="fld">
              <span>{t('close-dialog.handed-over-to')}</span>
              <input
                value={draft.takenOverBy}
                maxLength={LONGEST_TAKER}
                placeholder={t('close-dialog.handed-over-hint')}
                onChange={(event) => change({ takenOverBy: event.target.value })}
              />
            </label>
          )}
          <DecisionPart visit={visit} actions={actions} onPathway={onPathway} />
          {visit.pathway === 'in-person' ? <OrientationPart draft={draft} onChange={change} /> : null}
          <fieldset className="fld">
            <legend>{t('close-dialog.report')}</legend>
            <div className="reports">
              {REPORT_STATES.map((choice) => (
                <Button
                  key={choice}
                  pressed={draft.report === choice}
                  notYet={
                    choice === 'sent-to-doctor' && !visit.consents['report-to-doctor']
                      ? t('close-dialog.no-agreement')
                      : undefined
                  }
                  onPress={() => change({ report: choice })}
                >
                  {t(`close-dialog.state.${choice}`)}
                </Button>
              ))}
            </div>
          </fieldset>
        </div>
        <div className="closing-part">
          <label className="fld">
            <span>{t('close-dialog.advice')}</span>
            <textarea
              value={draft.advice}
              rows={3}
              maxLength={LONGEST_ADVICE}
              placeholder={t('close-dialog.advice-hint')}
              onChange={(event) => change({ advice: event.target.value })}
            />
          </label>
          <SickLeavePart draft={draft} onChange={change} />
          <section className="fld" aria-label={t('incidents.title')}>
            <span>{t('incidents.title')}</span>
            <IncidentList incidents={visit.incidents} />
          </section>
          <CallLedger ledger={visit.ledger} />
          <label className="fld">
            <span>{closing('remark')}</span>
            <input
              value={draft.remark}
              maxLength={LONGEST_REMARK}
              onChange={(event) => change({ remark: event.target.value })}
            />
          </label>
        </div>
      </div>
      <div className="pair">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          look="main"
          notYet={outcome.ready ? undefined : gapWords(outcome.gap)}
          busy={state.closing ? t('close-dialog.busy') : undefined}
          onPress={() => void close()}
        >
          {t('close-dialog.confirm')}
        </Button>
      </div>
    </Dialog>
  );
};
