import type { InvalidReason } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { concatBytes } from '../../kit/bytes.ts';
import { type OximeterEvent, sameOximetry } from '../../kit/oximetry/stream.ts';
import { createRunTracker, type Run } from '../../kit/stability.ts';
import { STABILITY, storedSample } from './readings.ts';
import type { StoredSample } from './recording.ts';

/** Raw seconds kept of one run: a recording may last a day. */
const SECONDS_KEPT = 600;

/** Gathers the seconds of a recording into runs of equal values. */
export interface StoredRuns {
  /** Takes one second; returns the run that it ended. */
  push(stored: StoredSample): OximeterEvent[];
  /** The recording ended, or broke off. */
  end(): OximeterEvent[];
}

/** Nothing recorded yet. A second of a recording stands for itself: how many agree is told, not asked. */
export const createStoredRuns = (): StoredRuns => {
  const tracker = createRunTracker<Values, InvalidReason>({
    ...STABILITY,
    window: 1,
    jumpWindow: 1,
    same: sameOximetry,
  });
  let raws: Uint8Array[] = [];

  const recordOf = ({ sample, frames }: Run<Values, InvalidReason>): OximeterEvent => {
    const isAgreed = sample.type === 'none' || frames >= STABILITY.window;
    const flags = isAgreed ? (['stored'] as const) : (['stored', 'unprotected'] as const);
    const frame = { sample, weak: false, flags, raw: concatBytes(raws) };
    raws = [];
    return { type: 'record', frame, frames };
  };

  const told = (run: Run<Values, InvalidReason> | undefined): OximeterEvent[] =>
    run === undefined ? [] : [recordOf(run)];

  return {
    push: (stored) => {
      const ended = told(tracker.push(storedSample(stored)));
      if (raws.length < SECONDS_KEPT) raws.push(stored.raw);
      return ended;
    },
    end: () => told(tracker.end()),
  };
};
