import type { Milliseconds } from '../time.ts';
import type { Measure, Values } from './kinds.ts';
import type { Reading } from './reading.ts';

/** What ends a rest before its time: it begins anew. */
export const REST_BREAKS = ['moved', 'talked'] as const;
export type RestBreak = (typeof REST_BREAKS)[number];

/** What a guided capture asks for. Durations are of the visit's clock. */
interface CapturePlan {
  /** Readings of a full series. */
  readonly repetitions: number;
  /** Quiet sitting before the first reading. */
  readonly restMs: Milliseconds;
  /** Shortest time between two readings of a series. */
  readonly gapMs: Milliseconds;
}

/**
 * Blood pressure as the French Society of Arterial Hypertension asks: some minutes seated at rest, three readings one minute apart,
 * mean of the last two. The other measures are taken once.
 */
export const CAPTURE_PLANS: Record<Measure, CapturePlan> = {
  oximetry: { repetitions: 1, restMs: 0, gapMs: 0 },
  'blood-pressure': { repetitions: 3, restMs: 5 * 60_000, gapMs: 60_000 },
  'body-weight': { repetitions: 1, restMs: 0, gapMs: 0 },
};

/** Spread of the last two systolic pressures above which one more reading is taken, in mm[Hg]. */
const LARGEST_SPREAD = 10;
/** A series never grows beyond this: the arm needs a rest and the physician decides. */
const LONGEST_SERIES = 4;

/**
 * How many readings the series needs, given those kept so far: one more than planned when the last two systolic pressures of a full
 * blood pressure series differ by more than 10 mm[Hg].
 */
export const repetitionsNeeded = (planned: number, series: readonly Reading[]): number => {
  const last = series.at(-1)?.values.systolic;
  const previous = series.at(-2)?.values.systolic;
  if (planned < 2 || series.length !== planned || last === undefined || previous === undefined)
    return planned;
  const spread = Math.abs(last.value - previous.value);
  return spread > LARGEST_SPREAD ? Math.min(planned + 1, LONGEST_SERIES) : planned;
};

/** Mean of two readings value by value, rounded to the unit; a value that only one of them has is left out. */
export const meanOfTwo = (first: Values, second: Values): Values =>
  Object.fromEntries(
    Object.entries(first).flatMap(([key, quantity]) => {
      const other = second[key as keyof Values];
      if (quantity === undefined || other === undefined) return [];
      return [[key, { value: Math.round((quantity.value + other.value) / 2), unit: quantity.unit }]];
    }),
  );
