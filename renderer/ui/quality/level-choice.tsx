import { RUNGS, type Rung } from '#core/call/ladder/rungs.ts';
import type { Level } from '#core/contract/quality.ts';
import { RungBars } from './rung-bars.tsx';
import { useQualityWords } from './use-quality-words.ts';

type LevelChoiceProps = {
  readonly way: 'incoming' | 'outgoing';
  readonly level: Level;
  /** Undefined: the line decides. */
  readonly onChoose: (rung: Rung | undefined) => void;
};

/** One way of the call: its level, its reason, and the choice of another. */
export const LevelChoice = ({ way, level, onChoose }: LevelChoiceProps) => {
  const words = useQualityWords();
  const chosen = level.reason === 'forced' && level.rung !== 'none' ? level.rung : '';
  return (
    <label className="level" title={words.level(level)}>
      <RungBars rung={level.rung} />
      <span>{words.t(way, { level: words.level(level) })}</span>
      <select
        value={chosen}
        aria-label={words.t(`choice.${way}`)}
        onChange={({ target }) => onChoose(RUNGS.find((rung) => rung === target.value))}
      >
        <option value="">{words.t('choice.automatic')}</option>
        {RUNGS.map((rung) => (
          <option key={rung} value={rung}>
            {words.t(`rung.${rung}`)}
          </option>
        ))}
      </select>
    </label>
  );
};
