import * as z from 'zod';
import {
  ownPapers,
  PAPER_OUTCOMES,
  type Paper,
  type Papers,
  paperSchema,
  papersSchema,
  papersStep,
} from './papers.ts';

const stepSchema = z.enum(['presence', 'printing', 'stuck', 'take', 'over']);

const patientPaperSchema = paperSchema.pick({ paperId: true, kind: true, pages: true }).extend({
  state: z.enum(['waiting', 'printing', 'printed', 'failed', ...PAPER_OUTCOMES]),
});
/** One paper in the patient's eyes: what it is and where it is, no code of a fault. */
export type PatientPaper = z.infer<typeof patientPaperSchema>;

export const patientPapersSchema = z.strictObject({ step: stepSchema, list: z.array(patientPaperSchema) });
export type PatientPapers = z.infer<typeof patientPapersSchema>;

/** The assistant hands out sheets: what they are called at the physician's is none of their business. */
const assistantPaperSchema = paperSchema.omit({ name: true, sha256: true, byteLength: true });
export type AssistantPaper = z.infer<typeof assistantPaperSchema>;

export const assistantPapersSchema = papersSchema.extend({
  step: stepSchema,
  list: z.array(assistantPaperSchema),
});
export type AssistantPapers = z.infer<typeof assistantPapersSchema>;

const stateForPatient = ({ state }: Paper): PatientPaper['state'] | undefined => {
  switch (state.state) {
    case 'arrived':
      return 'waiting';
    case 'printing':
    case 'printed':
    case 'failed':
      return state.state;
    case 'settled':
      return state.outcome;
    default:
      return undefined;
  }
};

/** Undefined while there is no paper to speak of. */
export const papersForPatient = (papers: Papers): PatientPapers | undefined => {
  const list = ownPapers(papers).flatMap((paper) => {
    const state = stateForPatient(paper);
    const { paperId, kind, pages } = paper;
    return state === undefined ? [] : [{ paperId, kind, pages, state }];
  });
  return list.length === 0 ? undefined : { step: papersStep(papers), list };
};

export const papersForAssistant = (papers: Papers): AssistantPapers => ({
  ...papers,
  step: papersStep(papers),
  list: papers.list.map(({ name: _name, sha256: _hash, byteLength: _length, ...paper }) => paper),
});
