import { median, type Sides, type TrialFigures } from '#test/harness/call-trials/figures.ts';
import type { CaseName } from './cases.ts';
import type { Gate } from './gates.ts';
import { GOALS, type Goals, missedGoals } from './goals.ts';

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
export type WordKey = 'networkMissed' | 'networkAll' | 'networkCabin' | 'networkPhysician' | 'networkFall';
export type Say = (key: ColumnKey | WordKey, values?: Readonly<Record<string, string | number>>) => string;

/** A figure with its goal, as in `1.4 / 1.7 (< 3)`. */
const withGoal = ({ name }: Outcome, figure: string, goal: (goals: Goals) => string | undefined): string => {
  const text = goal(GOALS[name] ?? {});
  return text === undefined ? figure : `${figure} (${text})`;
};

const lessThan = (most: number | undefined): string | undefined =>
  most === undefined ? undefined : `< ${most}`;

/** Whether all that is held to a limit holds, and which goals are missed beside that. */
const verdict = ({ name, runs, failed }: Outcome, say: Say): string => {
  if (failed.length > 0) return `✗ ${failed.join(', ')}`;
  const missed = missedGoals(GOALS[name] ?? {}, runs);
  return missed.length === 0
    ? '✓'
    : `${say('networkMissed')} ${missed.map((goal) => say(GOAL_COLUMNS[goal])).join(', ')}`;
};
const GOAL_COLUMNS: Readonly<Record<keyof Goals, ColumnKey>> = {
  concealedPercent: 'networkConcealed',
  waveGapPercent: 'networkWaveGap',
  readings: 'networkReadings',
  backMs: 'networkBack',
};

/** Columns of the table, each with its cell for one case. */
const COLUMNS: readonly (readonly [ColumnKey, (outcome: Outcome, say: Say) => string])[] = [
  ['networkCase', ({ name }) => name],
  ['networkRuns', ({ runs }) => String(runs.length)],
  [
    'networkJoined',
    ({ runs }) => `${runs.filter(({ joinMs }) => joinMs !== undefined).length}/${runs.length}`,
  ],
  ['networkJoin', ({ runs }) => cell(runs, ({ joinMs }) => joinMs)],
  ['networkFirstFrame', ({ runs }) => sides(runs, ({ firstFrameMs }) => firstFrameMs)],
  [
    'networkConcealed',
    (outcome) =>
      withGoal(
        outcome,
        sides(outcome.runs, (run) => run.concealedPercent, 1),
        (goals) => lessThan(goals.concealedPercent),
      ),
  ],
  [
    'networkReadings',
    (outcome, say) => {
      const { runs } = outcome;
      const figure = `${total(runs, ({ readings }) => readings?.delivered)}/${total(runs, ({ readings }) => readings?.sent)}`;
      return withGoal(outcome, figure, (goals) => (goals.readings ? say('networkAll') : undefined));
    },
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
  [
    'networkWaveGap',
    (outcome) =>
      withGoal(
        outcome,
        cell(outcome.runs, (run) => run.waveGapPercent, 2),
        (goals) => lessThan(goals.waveGapPercent),
      ),
  ],
  [
    'networkBack',
    (outcome) =>
      withGoal(
        outcome,
        cell(outcome.runs, (run) => run.backMs),
        ({ backMs }) => (backMs === undefined ? undefined : `≤ ${backMs}`),
      ),
  ],
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
  ['networkVerdict', verdict],
];

const inSeconds = (milliseconds: number | undefined): string =>
  milliseconds === undefined ? NONE : (milliseconds / 1_000).toFixed(1);

/** What a line's fall in a call cost each side, run by run, with the rungs gone through. */
const fallsOf = ({ name, runs }: Outcome, say: Say): readonly string[] =>
  runs.flatMap(({ fall }) =>
    fall === undefined
      ? []
      : [['networkCabin', fall.cabin] as const, ['networkPhysician', fall.physician] as const].map(
          ([side, figures]) =>
            say('networkFall', {
              name,
              side: say(side),
              first: figures.concealedAtFirstPercent.toFixed(1),
              whole: figures.concealedPercent.toFixed(1),
              repeated: figures.repeatedKilobytes.toFixed(0),
              blind: figures.blindSeconds.toFixed(1),
              blamed: inSeconds(figures.blamedMs),
              back: inSeconds(figures.wholeMs),
              rungs: figures.rungs,
            }),
        ),
  );

/** One table of every figure, with its goal where there is one, and below it what cannot stand in a cell. */
export const tableOf = (outcomes: readonly Outcome[], say: Say): string => {
  const rows = [
    COLUMNS.map(([key]) => say(key)),
    ...outcomes.map((outcome) => COLUMNS.map(([, show]) => show(outcome, say))),
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...outcomes.flatMap((outcome) => fallsOf(outcome, say))].join('\n');
};
