import { type CaptureFeedback, valuesShown } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import type { PhysicianProjection } from '#core/visit/projections/physician.ts';
import type { SkipReason } from '#core/visit/words.ts';
import { isFresh } from '#core/vitals/freshness.ts';
import type { Measure, ValueKey, Values } from '#core/vitals/kinds.ts';
import type { Reading } from '#core/vitals/reading.ts';

/** The cells of the page, in reading order. One capture may fill two of them (an oximeter gives saturation and pulse). */
export const CELLS = ['pressure', 'pulse', 'spo2', 'weight'] as const;
export type CellId = (typeof CELLS)[number];

/** Value keys that a cell shows; a cell holds a value only when all of them are there. */
export const CELL_KEYS: Record<CellId, readonly ValueKey[]> = {
  pressure: ['systolic', 'diastolic'],
  pulse: ['pulse-rate'],
  spo2: ['spo2'],
  weight: ['weight'],
};

/** The measure that fills a cell; the pulse also comes with a blood pressure. */
const CELL_MEASURE: Record<CellId, Measure> = {
  pressure: 'blood-pressure',
  pulse: 'oximetry',
  spo2: 'oximetry',
  weight: 'body-weight',
};

/** What the live channel last said of a device; `values` are gone once they are too old to be shown. */
export interface LiveSample {
  readonly feedback: CaptureFeedback;
  /** Time since the device's byte arrived in the cabin, transport included, in milliseconds. */
  readonly ageMs: Milliseconds;
}

export type CellContent =
  | { readonly state: 'live'; readonly values: Values; readonly signal?: number }
  | { readonly state: 'recorded'; readonly reading: Reading }
  /** A live value stopped arriving and no reading was kept: the number leaves, the word stays. */
  | { readonly state: 'stale' }
  | { readonly state: 'in-progress' }
  /** The cabin's record does not hold what this page has: nothing is shown until it has come again. */
  | { readonly state: 'withheld' }
  | { readonly state: 'skipped'; readonly reason: SkipReason }
  | { readonly state: 'unavailable' }
  | { readonly state: 'to-do' };

const holds = (values: Values | undefined, cell: CellId): values is Values =>
  values !== undefined && CELL_KEYS[cell].every((key) => values[key] !== undefined);

const liveOf = (cell: CellId, samples: readonly LiveSample[]): CellContent | undefined => {
  const sample = samples.find(({ feedback }) => feedback.measure === CELL_MEASURE[cell]);
  if (sample === undefined || !isFresh(sample.feedback.measure, sample.ageMs)) return undefined;
  const { feedback } = sample;
  const values = valuesShown(feedback);
  if (!holds(values, cell)) return undefined;
  return feedback.measure === 'oximetry'
    ? { state: 'live', values, signal: feedback.signal }
    : { state: 'live', values };
};

/**
 * The reading that a cell shows: the one that the visit points to (a series shows its mean, not its last member); for the pulse
 * the newest of any measure that has one.
 */
const recordedOf = (cell: CellId, projection: PhysicianProjection): Reading | undefined => {
  const shown = projection.measures.flatMap(({ status }) =>
    status.status === 'done' ? [status.reading] : [],
  );
  const held = shown.filter((reading) => holds(reading.values, cell));
  const candidates = held.length > 0 ? held : projection.readings.filter(({ values }) => holds(values, cell));
  return candidates.toSorted((one, other) => Date.parse(other.takenAt) - Date.parse(one.takenAt))[0];
};

/**
 * What a cell shows now: a live value while it is fresh, else the recorded one with its time, else why there is none. `wasLive`:
 * the cell has shown a live value of this capture before. `withheld`: ids of readings that must not be shown.
 */
export const cellContent = (
  cell: CellId,
  projection: PhysicianProjection,
  samples: readonly LiveSample[],
  wasLive: boolean,
  withheld: ReadonlySet<string>,
): CellContent => {
  const measure = CELL_MEASURE[cell];
  const live = projection.capturing === measure ? liveOf(cell, samples) : undefined;
  if (live !== undefined) return live;
  const reading = recordedOf(cell, projection);
  if (reading !== undefined)
    return withheld.has(reading.id) ? { state: 'withheld' } : { state: 'recorded', reading };
  if (wasLive) return { state: 'stale' };
  if (projection.capturing === measure) return { state: 'in-progress' };
  const status = projection.measures.find((view) => view.measure === measure)?.status;
  if (status?.status === 'skipped') return { state: 'skipped', reason: status.reason };
  return projection.available.includes(measure) ? { state: 'to-do' } : { state: 'unavailable' };
};
