import { type LineMeasure, startingRung } from '#core/call/line-test.ts';
import { RungBars } from './rung-bars.tsx';
import { useQualityWords } from './use-quality-words.ts';

/** What the line will bear, while there is time to prepare for it; the figures one hover away. */
export const LineNote = ({ line }: { readonly line: LineMeasure }) => {
  const words = useQualityWords();
  return (
    <output className="line-note" title={words.lineDetail(line)} aria-label={words.t('label')}>
      <RungBars rung={startingRung(line)} />
      <span>{words.line(line)}</span>
    </output>
  );
};
