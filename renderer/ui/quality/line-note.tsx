import { type LineMeasure, startingRung } from '#core/call/line-test.ts';
import { RungBars } from './rung-bars.tsx';
import { useQualityWords } from './use-quality-words.ts';

/** What the line will bear, while there is time to prepare for it, or that nobody knows; the figures one hover away. */
export const LineNote = ({ line }: { readonly line: LineMeasure | undefined }) => {
  const words = useQualityWords();
  if (line === undefined)
    return (
      <output className="line-note" title={words.t('line.unknown-detail')} aria-label={words.t('label')}>
        <span>{words.t('line.unknown')}</span>
      </output>
    );
  return (
    <output className="line-note" title={words.lineDetail(line)} aria-label={words.t('label')}>
      <RungBars rung={startingRung(line)} />
      <span>{words.line(line)}</span>
    </output>
  );
};
