import * as z from 'zod';
import { totalOf } from '../../call/ledger.ts';
import {
  INSTRUMENT_ROLES,
  type InstrumentRole,
  instrumentRoleSchema,
  roleOf,
} from '../../instruments/bindings.ts';
import { instantSchema } from '../../time.ts';
import { MEASURES, type Measure, measureSchema } from '../../vitals/kinds.ts';
import type { Visit } from '../visit.ts';
import { type Assistant, assistantSchema, physicianCardSchema, type Site } from '../words.ts';

/**
 * The code of an accompaniment in a dedicated place, where the profession bills one by a code of its own (national agreement of nurses).
 * What it is worth is no business of Cabine.
 */
const ACCOMPANIMENT_CODES: Readonly<Partial<Record<Assistant['profession'], string>>> = { nurse: 'TLL' };

export const proofLineSchema = z.strictObject({
  /** Of the visit: the only thing that joins the line to its record, and nothing of the patient. */
  reference: z.uuid(),
  site: z.string().min(1),
  /** Who was beside the patient, from when on; oldest first. */
  assistants: z
    .array(z.strictObject({ assistant: assistantSchema, since: instantSchema, code: z.string().optional() }))
    .min(1),
  physician: physicianCardSchema.pick({ name: true, rpps: true }),
  startedAt: instantSchema,
  closedAt: instantSchema,
  /** How long patient and physician were in a call, in milliseconds. */
  consultationMs: z.number().nonnegative(),
  /** What was measured and looked at, each with how often; no value. */
  measures: z.array(z.strictObject({ measure: measureSchema, count: z.int().positive() })),
  exams: z.array(z.strictObject({ instrument: instrumentRoleSchema, count: z.int().positive() })),
  simulation: z.boolean(),
});
/** Who helped with what, when and for how long, for the assistant's own billing: no amounts, nothing of the patient. */
export type ProofLine = z.infer<typeof proofLineSchema>;

const counted = <Kind, Key extends string>(
  kinds: readonly Kind[],
  key: Key,
  count: (kind: Kind) => number,
): ({ [Name in Key]: Kind } & { count: number })[] =>
  kinds.flatMap((kind) => {
    const found = count(kind);
    return found === 0 ? [] : [{ [key]: kind, count: found } as { [Name in Key]: Kind } & { count: number }];
  });

const measured = ({ readings }: Visit, measure: Measure): number =>
  readings.filter((reading) => reading.measure === measure && reading.derivedFrom === undefined).length;

const examined = ({ examination }: Visit, instrument: InstrumentRole): number =>
  examination.requests.filter(
    ({ target, status }) => roleOf(target) === instrument && status.status === 'done',
  ).length;

/** The line of a consultation that was closed; undefined of any other visit: nothing was done that could be billed. */
export const proofLineOf = (
  visit: Visit,
  { site, simulation }: { readonly site: Pick<Site, 'name'>; readonly simulation: boolean },
): ProofLine | undefined => {
  const { closing, startedAt, assistants } = visit;
  if (closing === undefined || startedAt === undefined) return undefined;
  return {
    reference: visit.visitId,
    site: site.name,
    assistants: assistants.map(({ assistant, since }) => {
      const code = ACCOMPANIMENT_CODES[assistant.profession];
      return { assistant, since, ...(code === undefined ? {} : { code }) };
    }),
    physician: { name: closing.card.name, rpps: closing.card.rpps },
    startedAt,
    closedAt: closing.at,
    consultationMs: totalOf(visit.ledger.outgoing),
    measures: counted(MEASURES, 'measure', (measure) => measured(visit, measure)),
    exams: counted(INSTRUMENT_ROLES, 'instrument', (instrument) => examined(visit, instrument)),
    simulation,
  };
};
