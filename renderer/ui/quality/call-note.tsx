import type { CallQuality } from '#core/contract/quality.ts';
import { RungBars } from './rung-bars.tsx';
import { useQualityWords } from './use-quality-words.ts';

/** Both ways of the call with their reasons; the bars show the worse one. */
export const CallNote = ({ call }: { readonly call: CallQuality }) => {
  const words = useQualityWords();
  const { incoming, outgoing, roundTripMs } = call;
  const told = [
    words.t('incoming', { level: words.level(incoming) }),
    words.t('outgoing', { level: words.level(outgoing) }),
  ].join(' · ');
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
