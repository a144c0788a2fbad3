import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/button.tsx';
import { QuestionDialog } from './question-dialog.tsx';
import type { ConsultationView } from './view.ts';

/** The line has borne no picture for a while: go on, telephone, or give the patient back; asked once for each fall of the line. */
export const LineQuestion = ({ visit, actions }: Pick<ConsultationView, 'visit' | 'actions'>) => {
  const { t } = useTranslation('physician');
  const [postponing, setPostponing] = useState(false);
  const { weakLine, site, emergency } = visit;
  if (weakLine === undefined || weakLine.answer === 'go-on') return null;
  const { telephone } = site;
  const isAsked = weakLine.answer === 'asked';
  const lead = () => {
    if (isAsked) return t('line.asked');
    return telephone === undefined
      ? t('line.by-telephone')
      : t('line.by-telephone-to', { number: telephone });
  };
  const byTelephone =
    telephone === undefined ? t('line.telephone') : t('line.telephone-to', { number: telephone });
  return (
    <div className="notice asks" role="alert">
      <p>{lead()}</p>
      {isAsked ? (
        <>
          <Button onPress={() => actions.answerLine('go-on')}>{t('line.go-on')}</Button>
          <Button onPress={() => actions.answerLine('telephone')}>{byTelephone}</Button>
        </>
      ) : null}
      {emergency === undefined ? (
        <Button onPress={() => setPostponing(true)}>{t('line.postpone')}</Button>
      ) : null}
      {postponing && emergency === undefined ? (
        <QuestionDialog
          title={t('line.postpone-title')}
          lead={t('line.postpone-lead')}
          yes={t('line.postpone')}
          onYes={() => actions.answerLine('postpone')}
          onClose={() => setPostponing(false)}
        />
      ) : null}
    </div>
  );
};
