import type { InvalidReason } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { concatBytes } from '../bytes.ts';
import { createRunTracker, type Run, type StabilityRules } from '../stability.ts';
import { type OximeterEvent, type OximetrySample, sameOximetry } from './stream.ts';

/** Pieces of raw bytes kept of one run: a recording may last a day. */
const PIECES_KEPT = 600;

/** Gathers the seconds of a recording into runs of equal values. */
export interface StoredRuns {
  /** Takes one second and the bytes that it stood in; returns the run that it ended. */
  push(sample: OximetrySample, raw: Uint8Array): OximeterEvent[];
  /** The recording ended, or broke off. */
  end(): OximeterEvent[];
}

/**
 * Nothing recorded yet. A second of a recording stands for itself: how many agree is told, not asked; a run that is shorter than what
 * the live stream's rules ask is marked `unprotected`.
 */
export const createStoredRuns = (rules: StabilityRules<Values>): StoredRuns => {
  const tracker = createRunTracker<Values, InvalidReason>({
    ...rules,
    window: 1,
    jumpWindow: 1,
    same: sameOximetry,
  });
  let raws: Uint8Array[] = [];

  const recordOf = ({ sample, frames }: Run<Values, InvalidReason>): OximeterEvent => {
    const isAgreed = sample.type === 'none' || frames >= rules.window;
    const flags = isAgreed ? (['stored'] as const) : (['stored', 'unprotected'] as const);
    const frame = { sample, weak: false, flags, raw: concatBytes(raws) };
    raws = [];
    return { type: 'record', frame, frames };
  };

  const told = (run: Run<Values, InvalidReason> | undefined): OximeterEvent[] =>
    run === undefined ? [] : [recordOf(run)];

  return {
    push: (sample, raw) => {
      const ended = told(tracker.push(sample));
      // Several seconds may stand in one packet.
      if (raws.length < PIECES_KEPT && raw !== raws.at(-1)) raws.push(raw);
      return ended;
    },
    end: () => told(tracker.end()),
  };
};
