import type { Milliseconds } from '#core/time.ts';
import { median, type TrialFigures, worse } from '#test/harness/call-trials/figures.ts';
import type { CaseName } from './cases.ts';

/**
 * What the call is meant to reach over a line. A case fails by its gates; a goal that is missed is told in the table, since what misses it
 * may be a busy machine or the browser.
 */
export interface Goals {
  /** Percent of the voice that may be made up, the worse side, median of the runs; less than this. */
  readonly concealedPercent?: number;
  /** Percent of the wave that may not come, median of the runs; less than this. */
  readonly waveGapPercent?: number;
  /** Every reading comes. */
  readonly readings?: true;
  /** Both pictures are back, median of the runs. */
  readonly backMs?: Milliseconds;
}
export type GoalName = keyof Goals;

const POOR_LINE: Goals = { concealedPercent: 3, waveGapPercent: 1, readings: true };

export const GOALS: Readonly<Partial<Record<CaseName, Goals>>> = {
  '3g': POOR_LINE,
  satellite: POOR_LINE,
  edge: POOR_LINE,
  '3g-listening': POOR_LINE,
  'satellite-listening': POOR_LINE,
  'edge-listening': POOR_LINE,
  fall: { readings: true },
  'address-change': { readings: true, backMs: 4_000 },
  'address-change-told': { readings: true, backMs: 2_000 },
  'broker-restart': { readings: true },
  'broker-gone': { readings: true },
};

const MISSING = Number.POSITIVE_INFINITY;
const medianOf = (runs: readonly TrialFigures[], value: (run: TrialFigures) => number | undefined): number =>
  median(runs.map((run) => value(run) ?? MISSING));

const REACHES: { readonly [Name in GoalName]: (runs: readonly TrialFigures[], goals: Goals) => boolean } = {
  concealedPercent: (runs, { concealedPercent: most = MISSING }) =>
    medianOf(runs, (run) => run.concealedPercent && worse(run.concealedPercent)) < most,
  waveGapPercent: (runs, { waveGapPercent: most = MISSING }) =>
    medianOf(runs, (run) => run.waveGapPercent) < most,
  readings: (runs) =>
    runs.every(({ readings }) => readings !== undefined && readings.delivered === readings.sent),
  backMs: (runs, { backMs: most = MISSING }) => medianOf(runs, (run) => run.backMs) <= most,
};

/** Those of a case's goals that its runs miss. */
export const missedGoals = (goals: Goals, runs: readonly TrialFigures[]): readonly GoalName[] =>
  (Object.keys(goals) as GoalName[]).filter((name) => !REACHES[name](runs, goals));
