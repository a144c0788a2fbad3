import { median, type Sides, type TrialFigures } from '#test/harness/call-trials/figures.ts';
import type { CaseName } from './cases.ts';
import type { Gate } from './gates.ts';

/** All runs of one case. */
export interface Outcome {
  readonly name: CaseName;
  readonly runs: readonly TrialFigures[];
  readonly failed: readonly Gate[];
  /** One-minute load of the machine before and after. */
  readonly load: readonly [number, number];
}

const NONE = '—';

/** The median of what the runs gave; a dash where no run gave any, and how many did not where some did not. */
const cell = (
  runs: readonly TrialFigures[],
  value: (run: TrialFigures) => number | undefined,
  digits = 0,
): string => {
  const given = runs.map(value).filter((one) => one !== undefined);
  if (given.length === 0) return NONE;
  const missing = runs.length - given.length;
  return `${median(given).toFixed(digits)}${missing > 0 ? ` (${missing}×${NONE})` : ''}`;
};

/** Cabin / physician. */
const sides = (
  runs: readonly TrialFigures[],
  value: (run: TrialFigures) => Sides<number | undefined> | undefined,
  digits = 0,
): string => {
  const cabin = cell(runs, (run) => value(run)?.cabin, digits);
  const physician = cell(runs, (run) => value(run)?.physician, digits);
  return cabin === NONE && physician === NONE ? NONE : `${cabin} / ${physician}`;
};

const total = (runs: readonly TrialFigures[], value: (run: TrialFigures) => number | undefined): number =>
  runs.reduce((sum, run) => sum + (value(run) ?? 0), 0);

export type ColumnKey =
  | 'networkCase'
  | 'networkRuns'
  | 'networkJoined'
  | 'networkJoin'
  | 'networkFirstFrame'
  | 'networkConcealed'
  | 'networkReadings'
  | 'networkSlowest'
  | 'networkListening'
  | 'networkHeart'
  | 'networkWaveGap'
  | 'networkBack'
  | 'networkStill'
  | 'networkFreezes'
  | 'networkRoundTrip'
  | 'networkLoad'
  | 'networkVerdict';

/** Columns of the table, each with its cell for one case. */
const COLUMNS: readonly (readonly [ColumnKey, (outcome: Outcome) => string])[] = [
  ['networkCase', ({ name }) => name],
  ['networkRuns', ({ runs }) => String(runs.length)],
  [
    'networkJoined',
    ({ runs }) => `${runs.filter(({ joinMs }) => joinMs !== undefined).length}/${runs.length}`,
  ],
  ['networkJoin', ({ runs }) => cell(runs, ({ joinMs }) => joinMs)],
  ['networkFirstFrame', ({ runs }) => sides(runs, ({ firstFrameMs }) => firstFrameMs)],
  ['networkConcealed', ({ runs }) => sides(runs, ({ concealedPercent }) => concealedPercent, 1)],
  [
    'networkReadings',
    ({ runs }) =>
      `${total(runs, ({ readings }) => readings?.delivered)}/${total(runs, ({ readings }) => readings?.sent)}`,
  ],
  ['networkSlowest', ({ runs }) => cell(runs, ({ readings }) => readings?.slowestMs)],
  [
    'networkListening',
    ({ runs }) => {
      const shares = (['livePercent', 'spoiltPercent', 'heldPercent'] as const).map((share) =>
        cell(runs, ({ listening }) => listening?.[share]),
      );
      return shares.every((share) => share === NONE) ? NONE : shares.join(' / ');
    },
  ],
  ['networkHeart', ({ runs }) => cell(runs, ({ listening }) => listening?.madeUpLivePercent, 1)],
  ['networkWaveGap', ({ runs }) => cell(runs, ({ waveGapPercent }) => waveGapPercent, 2)],
  ['networkBack', ({ runs }) => cell(runs, ({ backMs }) => backMs)],
  ['networkStill', ({ runs }) => cell(runs, ({ longestStillMs }) => longestStillMs)],
  [
    'networkFreezes',
    ({ runs }) =>
      sides(
        runs,
        ({ freezes }) => freezes && { cabin: freezes.cabin.seconds, physician: freezes.physician.seconds },
        1,
      ),
  ],
  ['networkRoundTrip', ({ runs }) => cell(runs, ({ roundTripMs }) => roundTripMs)],
  ['networkLoad', ({ load: [before, after] }) => `${before.toFixed(0)}→${after.toFixed(0)}`],
  ['networkVerdict', ({ failed }) => (failed.length === 0 ? '✓' : `✗ ${failed.join(', ')}`)],
];

/** One table of every figure; `title` gives a column's heading. */
export const tableOf = (outcomes: readonly Outcome[], title: (key: ColumnKey) => string): string => {
  const rows = [
    COLUMNS.map(([key]) => title(key)),
    ...outcomes.map((outcome) => COLUMNS.map(([, show]) => show(outcome))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
