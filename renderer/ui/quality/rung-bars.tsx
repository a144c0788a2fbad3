import { RUNGS } from '#core/call/ladder/rungs.ts';
import type { Level } from '#core/contract/quality.ts';
import { SignalBars } from '../signal-bars.tsx';

/** A rung as four bars: all for `hd`, none for sound alone. */
export const RungBars = ({ rung }: Pick<Level, 'rung'>) => (
  <SignalBars level={rung === 'none' ? 0 : RUNGS.length - 1 - RUNGS.indexOf(rung)} />
);
