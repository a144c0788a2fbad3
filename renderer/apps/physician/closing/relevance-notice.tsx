import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDecided } from '#core/visit/relevance/relevance.ts';
import type { Pathway } from '#core/visit/words.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { type ConsultationView, isSettled } from '../view.ts';
import { DecisionPart } from './decision-part.tsx';

type RelevanceNoticeProps = ConsultationView & { readonly onPathway: (pathway: Pathway) => void };

const isAsked = (view: ConsultationView): boolean =>
  view.visit.stage === 'call' &&
  view.visit.emergency === undefined &&
  !isSettled(view) &&
  !isDecided(view.visit);

/** The question of the first minutes, until it is decided; asked again when something comes up that speaks against the decision. */
export const RelevanceNotice = (view: RelevanceNoticeProps) => {
  const { visit, actions, onPathway } = view;
  const { t } = useTranslation('closing');
  const { t: staff } = useTranslation('staff');
  const [open, setOpen] = useState(false);
  const { pathway, exclusions } = visit;
  const raised = exclusions.findLast(({ by, weighed }) => by === 'assistant' && !weighed);
  const again = pathway === undefined ? t('question.first') : t('question.again');
  return (
    <>
      {isAsked(view) ? (
        <section className="notice relevance" role="status" aria-label={t('question.title')}>
          <p>{raised === undefined ? again : t('question.raised', { name: raised.name })}</p>
          <span className="sp" />
          <Button onPress={() => setOpen(true)}>{t('question.boxes')}</Button>
          {pathway === undefined ? null : (
            <Button look="main" onPress={() => actions.choosePathway(pathway)}>
              {t('question.confirm', { decision: staff(`pathway.${pathway}`) })}
            </Button>
          )}
        </section>
      ) : null}
      <Dialog isOpen={open} title={t('question.title')} onClose={() => setOpen(false)}>
        <DecisionPart
          visit={visit}
          actions={actions}
          onPathway={(chosen) => {
            setOpen(false);
            onPathway(chosen);
          }}
        />
        <div className="pair">
          <Button onPress={() => setOpen(false)}>{t('question.later')}</Button>
        </div>
      </Dialog>
    </>
  );
};
