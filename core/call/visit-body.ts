import * as z from 'zod';
import { type PhysicianProjection, physicianProjectionSchema } from '../visit/projections/physician.ts';
import { measureViewSchema } from '../visit/projections/shared.ts';
import { skipReasonSchema } from '../visit/words.ts';
import type { Reading } from '../vitals/reading.ts';
import { canonicalJson } from './content-hash.ts';

/** `MeasureView` that names its reading instead of holding it: each reading travels once, in a message of its own. */
const measureReferenceSchema = measureViewSchema.extend({
  status: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('to-do') }),
    z.strictObject({ status: z.literal('in-progress') }),
    z.strictObject({ status: z.literal('done'), readingId: z.string() }),
    z.strictObject({ status: z.literal('skipped'), reason: skipReasonSchema }),
  ]),
});

const visitBodySchema = physicianProjectionSchema.extend({
  measures: z.array(measureReferenceSchema),
  readings: z.array(z.string()),
});
/** The physician's projection without its readings, which it names by their ids. */
export type VisitBody = z.infer<typeof visitBodySchema>;

/** What has changed between two bodies: whole keys, so that a change costs what it changes. */
export const visitChangeSchema = z.strictObject({
  set: visitBodySchema.partial(),
  removed: z.array(visitBodySchema.keyof()),
});
export type VisitChange = z.infer<typeof visitChangeSchema>;

/** Parts a projection into its body and the readings that it names. */
export const partProjection = (
  projection: PhysicianProjection,
): { readonly body: VisitBody; readonly readings: ReadonlyMap<string, Reading> } => {
  const readings = new Map(projection.readings.map((reading) => [reading.id, reading]));
  const measures = projection.measures.map(({ measure, status }): VisitBody['measures'][number] => {
    if (status.status !== 'done') return { measure, status };
    readings.set(status.reading.id, status.reading);
    return { measure, status: { status: 'done', readingId: status.reading.id } };
  });
  return { body: { ...projection, measures, readings: projection.readings.map(({ id }) => id) }, readings };
};

/** The projection again; undefined while a reading that it names is missing. */
export const joinProjection = (
  body: VisitBody,
  known: ReadonlyMap<string, Reading>,
): PhysicianProjection | undefined => {
  const readings = body.readings.flatMap((id) => known.get(id) ?? []);
  const measures = body.measures.flatMap(({ measure, status }): PhysicianProjection['measures'] => {
    if (status.status !== 'done') return [{ measure, status }];
    const reading = known.get(status.readingId);
    return reading === undefined ? [] : [{ measure, status: { status: 'done', reading } }];
  });
  const complete = readings.length === body.readings.length && measures.length === body.measures.length;
  return complete ? { ...body, readings, measures } : undefined;
};

const isKey = (key: string): key is keyof VisitBody => key in visitBodySchema.shape;

/** What turns `before` into `after`; undefined when nothing does. Without `before`, all of `after`. */
export const changeBetween = (before: VisitBody | undefined, after: VisitBody): VisitChange | undefined => {
  const keys = Object.keys(after).filter(isKey);
  const changed = keys.filter((key) => canonicalJson(before?.[key]) !== canonicalJson(after[key]));
  const removed = Object.keys(before ?? {})
    .filter(isKey)
    .filter((key) => after[key] === undefined);
  if (changed.length === 0 && removed.length === 0) return undefined;
  return { set: Object.fromEntries(changed.map((key) => [key, after[key]])), removed };
};

/** `before` with the change in it; undefined when that is not a body of a visit. */
export const withChange = (
  before: VisitBody | undefined,
  { set, removed }: VisitChange,
): VisitBody | undefined => {
  const kept = Object.entries({ ...before, ...set }).filter(([key]) => !removed.some((gone) => gone === key));
  return visitBodySchema.safeParse(Object.fromEntries(kept)).data;
};
