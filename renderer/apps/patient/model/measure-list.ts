import type { PatientProjection } from '#core/visit/projections/patient.ts';
import type { MeasureView } from '#core/visit/projections/shared.ts';
import type { Measure } from '#core/vitals/kinds.ts';

/** The next measure to do whose instrument is ready; undefined when nothing is left. */
export const nextToDo = ({ measures, unavailable }: PatientProjection): Measure | undefined =>
  measures.find(({ measure, status }) => status.status === 'to-do' && !unavailable.includes(measure))
    ?.measure;

/** Measures still to do whose instrument is ready. */
export const leftToDo = ({ measures, unavailable }: PatientProjection): readonly MeasureView[] =>
  measures.filter(({ measure, status }) => status.status === 'to-do' && !unavailable.includes(measure));

/** Place of a measure in this visit, from 1, and how many there are. */
export const placeOf = (
  measures: readonly MeasureView[],
  measure: Measure,
): { number: number; total: number } => ({
  number: measures.findIndex((each) => each.measure === measure) + 1,
  total: measures.length,
});
