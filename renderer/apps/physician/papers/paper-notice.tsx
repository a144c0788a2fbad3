import { useTranslation } from 'react-i18next';
import { papersStep } from '#core/visit/papers/papers.ts';
import type { ConsultationView } from '../view.ts';
import { usePaperWords } from './use-paper-words.ts';

/** What did not reach the patient on paper, and that the others still wait for them. */
export const PaperNotice = ({ visit }: Pick<ConsultationView, 'visit'>) => {
  const { t } = useTranslation('papers');
  const words = usePaperWords();
  const { papers, stage } = visit;
  const wrong = papers.list.filter(({ state }) => ['refused', 'failed', 'settled'].includes(state.state));
  return (
    <>
      {wrong.map((paper) => (
        <p key={paper.paperId} className="notice" role="alert">
          <span>
            <b>{t(`kind.${paper.kind}`)}</b> {words(paper)}
          </span>
        </p>
      ))}
      {stage === 'goodbye' && papersStep(papers) !== 'over' ? (
        <p className="notice" role="status">
          {t('physician.waiting')}
        </p>
      ) : null}
    </>
  );
};
