import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { REPORT_STATES, type ReportState } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useStaffWords } from '#renderer/ui/staff/use-staff-words.ts';
import { CallLedger } from './call-ledger.tsx';
import { IncidentList } from './incidents.tsx';
import type { ConsultationView } from './view.ts';

/** Longest advice (`close-consultation`). */
const LONGEST_ADVICE = 1_000;
/** Longest name of who takes a person over. */
const LONGEST_TAKER = 200;

/** Closing: what becomes of the report (mandatory), the advice that the person reads, and the incidents that go along. */
export const CloseDialog = (props: ConsultationView & { readonly onClose: () => void }) => {
  const { visit, state, actions, onClose } = props;
  const { t } = useTranslation('physician');
  const staff = useStaffWords();
  const [report, setReport] = useState<ReportState>();
  const [advice, setAdvice] = useState('');
  const [takenOverBy, setTakenOverBy] = useState('');
  const needsTaker = visit.emergency !== undefined;
  const notYet = (): string | undefined => {
    if (report === undefined) return t('close-dialog.not-yet');
    return needsTaker && takenOverBy.trim() === '' ? t('close-dialog.not-handed-over') : undefined;
  };
  const [refusal, setRefusal] = useState<string>();
  const close = async (chosen: ReportState) => {
    const outcome = await actions.close(chosen, advice.trim(), needsTaker ? takenOverBy.trim() : undefined);
    if (outcome.ok) onClose();
    else setRefusal(staff.fault(outcome.failure.code, 'physician'));
  };
  return (
    <Dialog isOpen title={t('close-dialog.title')} onClose={onClose}>
      {visit.stage === 'call' ? null : <p className="notice">{t('close-dialog.not-in-call')}</p>}
      {refusal === undefined ? null : (
        <p className="notice" role="alert">
          {refusal}
        </p>
      )}
      {needsTaker ? (
        <label className="fld">
          <span>{t('close-dialog.handed-over-to')}</span>
          <input
            value={takenOverBy}
            maxLength={LONGEST_TAKER}
            placeholder={t('close-dialog.handed-over-hint')}
            onChange={(event) => setTakenOverBy(event.target.value)}
          />
        </label>
      ) : null}
      <fieldset className="fld">
        <legend>{t('close-dialog.report')}</legend>
        <div className="reports">
          {REPORT_STATES.map((choice) => (
            <Button
              key={choice}
              pressed={report === choice}
              notYet={
                choice === 'sent-to-doctor' && !visit.consents['report-to-doctor']
                  ? t('close-dialog.no-agreement')
                  : undefined
              }
              onPress={() => setReport(choice)}
            >
              {t(`close-dialog.state.${choice}`)}
            </Button>
          ))}
        </div>
      </fieldset>
      <label className="fld">
        <span>{t('close-dialog.advice')}</span>
        <textarea
          value={advice}
          rows={3}
          maxLength={LONGEST_ADVICE}
          placeholder={t('close-dialog.advice-hint')}
          onChange={(event) => setAdvice(event.target.value)}
        />
      </label>
      <section className="fld" aria-label={t('incidents.title')}>
        <span>{t('incidents.title')}</span>
        <IncidentList incidents={visit.incidents} />
      </section>
      <CallLedger ledger={visit.ledger} />
      <div className="pair">
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button
          look="main"
          notYet={notYet()}
          busy={state.closing ? t('close-dialog.busy') : undefined}
          onPress={() => {
            if (report !== undefined) void close(report);
          }}
        >
          {t('close-dialog.confirm')}
        </Button>
      </div>
    </Dialog>
  );
};
