import type { Figure } from './figure.ts';

/** A limit that a figure, or its ratio to its baseline, is to keep. */
export interface Goal {
  readonly of: 'value' | 'ratio';
  readonly limit: number;
  readonly keep: 'below' | 'at most' | 'at least';
}

/** By the figure's name, or by its beginning where a family of figures has one promise (`docs/benchmarks.md`). */
const GOALS: readonly (readonly [name: RegExp, goal: Goal])[] = [
  [/^decode-/, { of: 'value', keep: 'at least', limit: 100 }],
  [/^device-host-eight-streams$/, { of: 'value', keep: 'below', limit: 15 }],
  [/^idle-unplug-to-state-max$/, { of: 'value', keep: 'below', limit: 2_000 }],
  [/^acknowledgement-to-first-frame-\w+$/, { of: 'ratio', keep: 'at most', limit: 1.25 }],
  [/^acknowledgement-to-first-frame-\w+-beside-peerjs$/, { of: 'ratio', keep: 'below', limit: 1 }],
];

const keeps = (measured: number, { keep, limit }: Goal): boolean => {
  switch (keep) {
    case 'below':
      return measured < limit;
    case 'at most':
      return measured <= limit;
    case 'at least':
      return measured >= limit;
  }
};

/** The figure with its goal, and whether this run reached it; as it was where nothing is promised. */
export const judged = (figure: Figure): Figure => {
  const goal = GOALS.find(([name]) => name.test(figure.figure))?.[1];
  if (goal === undefined) return figure;
  const measured = goal.of === 'ratio' ? figure.ratio : figure.value;
  return { ...figure, goal: { ...goal, reached: measured !== undefined && keeps(measured, goal) } };
};
