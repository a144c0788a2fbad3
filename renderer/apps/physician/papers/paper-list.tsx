import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '#core/visit/papers/papers.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { ConsultationView } from '../view.ts';
import { usePaperWords } from './use-paper-words.ts';

const canBeTakenBack = ({ state }: Paper): boolean =>
  state.state === 'on-the-way' || state.state === 'arrived' || state.state === 'failed';

/** What was sent in this consultation, and where each stands. */
export const PaperList = ({
  visit,
  state,
  actions,
}: Pick<ConsultationView, 'visit' | 'state' | 'actions'>) => {
  const { t } = useTranslation('papers');
  const words = usePaperWords();
  const { list } = visit.papers;
  if (list.length === 0) return <p className="mut">{t('physician.none')}</p>;
  return (
    <ul className="papers">
      {list.map((paper) => (
        <li key={paper.paperId}>
          <span>
            <b>{t(`kind.${paper.kind}`)}</b>
            {t('and-pages', { pages: t('pages', { count: paper.pages }) })}
            <br />
            <span className="mut name">{paper.name}</span>
            <br />
            <span role="status">{words(paper, state.sendingPapers.get(paper.paperId))}</span>
          </span>
          {canBeTakenBack(paper) ? (
            <Button
              icon={<Undo2 className="i" aria-hidden />}
              onPress={() => actions.takeBackPaper(paper.paperId)}
            >
              {t('physician.take-back')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
