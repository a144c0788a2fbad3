import * as z from 'zod';
import type { Role } from '../words.ts';
import { paperHeadSchema, paperOutcomeSchema, reprintReasonSchema } from './papers.ts';

const paperId = z.string().max(64);

/** What may be asked about the papers of a visit. */
export const PAPER_COMMANDS = {
  /** Announces a document; its bytes follow over the bulk channel. */
  'send-paper': z.strictObject({ type: z.literal('send-paper'), paper: paperHeadSchema }),
  /** Before it is printed. */
  'take-back-paper': z.strictObject({ type: z.literal('take-back-paper'), paperId }),
  /** The patient is there: says so, or is seen by the assistant. Printing begins. */
  'confirm-presence': z.strictObject({ type: z.literal('confirm-presence') }),
  /** One that did not come out. */
  'retry-paper': z.strictObject({ type: z.literal('retry-paper'), paperId }),
  /** One that came out, once. */
  'reprint-paper': z.strictObject({
    type: z.literal('reprint-paper'),
    paperId,
    reason: reprintReasonSchema,
  }),
  /** What becomes of one that is not printed here. */
  'settle-paper': z.strictObject({ type: z.literal('settle-paper'), paperId, outcome: paperOutcomeSchema }),
  /** The sheets are in the patient's hands. */
  'take-papers': z.strictObject({ type: z.literal('take-papers') }),
  /** Nobody is there: the assistant has taken the sheets out of the tray, so that no other person finds them. */
  'remove-papers': z.strictObject({ type: z.literal('remove-papers') }),
} as const;

export type PaperCommand = {
  [Type in keyof typeof PAPER_COMMANDS]: z.infer<(typeof PAPER_COMMANDS)[Type]>;
}[keyof typeof PAPER_COMMANDS];

export const PAPER_COMMAND_ROLES: Record<PaperCommand['type'], readonly Role[]> = {
  'send-paper': ['physician'],
  'take-back-paper': ['physician'],
  'confirm-presence': ['patient', 'assistant'],
  'retry-paper': ['assistant'],
  'reprint-paper': ['assistant'],
  'settle-paper': ['assistant'],
  'take-papers': ['patient', 'assistant'],
  'remove-papers': ['assistant'],
};
