import { describe, expect, it } from 'vitest';
import { textOf } from '#scripts/lib/terminal.mjs';
import type { TrialFigures } from '#test/harness/call-trials/figures.ts';
import type { CaseName } from './cases.ts';
import { GOALS, missedGoals } from './goals.ts';
import { tableOf } from './table.ts';

const RUN: TrialFigures = {
  joinMs: 300,
  firstFrameMs: { cabin: 200, physician: 200 },
  concealedPercent: { cabin: 1.4, physician: 1.7 },
  readings: { sent: 30, delivered: 30, slowestMs: 40, shownTwice: false },
  waveGapPercent: 0.2,
};
const show = (name: CaseName, run: TrialFigures): string =>
  tableOf([{ name, runs: [run], failed: [], load: [1, 2] }], (key, values) => textOf('en', key, values));

describe('the table of the lines', () => {
  it('shows the goal beside each figure that has one', () => {
    const table = show('edge', RUN);
    for (const figure of ['1.4 / 1.7 (< 3)', '30/30 (all)', '0.20 (< 1)']) expect(table).toContain(figure);
    expect(table).toMatch(/✓$/);
    expect(show('lan', RUN)).not.toContain('(<');
  });

  it('says that a goal is missed, though nothing is held to it', () => {
    const table = show('address-change-told', { ...RUN, backMs: 2_370 });
    expect(table).toContain('2370 (≤ 2000)');
    expect(table).toMatch(/missed back ms$/);
    expect(show('address-change-told', { ...RUN, backMs: 1_990 })).toMatch(/✓$/);
  });

  it('takes the median of the runs, and a figure that never came for a miss', () => {
    const of = (...backMs: (number | undefined)[]) =>
      missedGoals(
        GOALS['address-change-told'] ?? {},
        backMs.map((one) => ({ ...RUN, backMs: one })),
      );
    expect(of(1_000, 1_900, 9_000)).toEqual([]);
    expect(of(1_000, undefined, undefined)).toEqual(['backMs']);
  });

  it('tells below it what a fall cost each side', () => {
    const side = {
      concealedAtFirstPercent: 9.5,
      concealedPercent: 3.2,
      repeatedKilobytes: 4,
      blindSeconds: 4,
      blamedMs: 3_000,
      wholeMs: undefined,
      rungs: '-1 hd, 2 stills (bandwidth)',
    };
    const table = show('fall', { ...RUN, fall: { cabin: side, physician: side } });
    expect(table).toContain('fall, physician: concealed 9.5 % in 10 s, 3.2 % in all');
    expect(table).toContain('whole picture after — s; -1 hd, 2 stills (bandwidth)');
  });
});
