import type { CallQuality } from '#core/contract/quality.ts';
import { RungBars } from './rung-bars.tsx';
import { useQualityWords } from './use-quality-words.ts';

type CallNoteProps = {
  readonly call: CallQuality;
  /** It is what was got in a call that is over. */
  readonly isOver?: boolean;
};

/** Both ways of a call with their reasons; the bars show the worse one. */
export const CallNote = ({ call, isOver = false }: CallNoteProps) => {
  const words = useQualityWords();
  const { incoming, outgoing, roundTripMs } = call;
  const ways = [
    words.t('incoming', { level: words.level(incoming) }),
    words.t('outgoing', { level: words.level(outgoing) }),
  ].join(' · ');
  const told = isOver ? words.t('line.called', { ways }) : ways;
  return (
    <output
      className="line-note"
      aria-label={words.t('label')}
      title={roundTripMs === undefined ? told : `${told} · ${words.t('round-trip', { ms: roundTripMs })}`}
    >
      <RungBars rung={words.worse(incoming, outgoing).rung} />
      <span>{told}</span>
    </output>
  );
};
