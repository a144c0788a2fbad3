import { type LineMeasure, rungOfLine } from '#core/call/line-test.ts';
import type { CallQuality } from '#core/contract/quality.ts';
import { CallNote } from './call-note.tsx';
import { RungBars } from './rung-bars.tsx';
import { useQualityWords } from './use-quality-words.ts';

type LineNoteProps = {
  readonly line: LineMeasure | undefined;
  /** What the last call got over it, if that is newer. */
  readonly lastCall: CallQuality | undefined;
  /** Whether it can be measured before a call at all. */
  readonly measurable: boolean;
};

/** What the line will bear, as the last call or a measure found it, or that nobody knows and why; the figures one hover away. */
export const LineNote = ({ line, lastCall, measurable }: LineNoteProps) => {
  const words = useQualityWords();
  if (lastCall !== undefined) return <CallNote call={lastCall} isOver />;
  if (line === undefined) {
    const unknown = measurable ? 'unknown' : 'elsewhere';
    return (
      <output className="line-note" title={words.t(`line.${unknown}-detail`)} aria-label={words.t('label')}>
        <span>{words.t(`line.${unknown}`)}</span>
      </output>
    );
  }
  return (
    <output className="line-note" title={words.lineDetail(line)} aria-label={words.t('label')}>
      <RungBars rung={rungOfLine(line)} />
      <span>{words.line(line)}</span>
    </output>
  );
};
