import * as z from 'zod';
import { errorCodeSchema } from '../../contract/error-codes.ts';
import { instantSchema } from '../../time.ts';

/** What a physician's own software makes and the cabin prints. */
export const PAPER_KINDS = ['prescription', 'certificate', 'sick-leave', 'letter'] as const;
export const paperKindSchema = z.enum(PAPER_KINDS);
export type PaperKind = z.infer<typeof paperKindSchema>;

/** Limits of what one visit prints; page and cabin both hold to them. */
export const PAPER_LIMITS = {
  /** Of one document: ten pages scanned at 300 dots per inch fit. */
  bytes: 5_000_000,
  /** Of one document. */
  pages: 10,
  /** Documents of one visit, those that were taken back included. */
  papers: 12,
} as const;

/** Why a paper that came out is printed once more. */
export const REPRINT_REASONS = ['unreadable', 'pages-missing', 'damaged'] as const;
export const reprintReasonSchema = z.enum(REPRINT_REASONS);
export type ReprintReason = z.infer<typeof reprintReasonSchema>;

/**
 * What becomes of a paper that was not printed: the physician gets it to the patient by another way, the patient does not want it on paper,
 * or is not there any more.
 */
export const PAPER_OUTCOMES = ['sent-otherwise', 'not-wanted', 'patient-left'] as const;
export const paperOutcomeSchema = z.enum(PAPER_OUTCOMES);
export type PaperOutcome = z.infer<typeof paperOutcomeSchema>;

/** What is said of a document before its bytes come; they are held against it. */
export const paperHeadSchema = z.strictObject({
  /** Chosen by the physician's page, so that a command sent twice over a reconnect is one command; names the bytes on the bulk channel. */
  paperId: z.string().min(8).max(64),
  kind: paperKindSchema,
  /** Name of the file at the physician's: for their eyes alone, it may name the patient. */
  name: z.string().min(1).max(120),
  pages: z.int().min(1).max(PAPER_LIMITS.pages),
  byteLength: z.int().positive().max(PAPER_LIMITS.bytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PaperHead = z.infer<typeof paperHeadSchema>;

/** Where a paper stands. Its bytes are in the memory of the cabin from `arrived` on and until it is settled, and nowhere in the visit. */
export const paperStateSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('on-the-way') }),
  /** Whole, checked, and waiting for the patient. */
  z.strictObject({ state: z.literal('arrived') }),
  /** The cabin does not take it. */
  z.strictObject({ state: z.literal('refused'), code: errorCodeSchema }),
  /** By the physician, before it was printed. */
  z.strictObject({ state: z.literal('taken-back') }),
  /** Its physician went before closing: nobody answers for it. */
  z.strictObject({ state: z.literal('dropped') }),
  z.strictObject({ state: z.literal('printing') }),
  z.strictObject({ state: z.literal('printed'), at: instantSchema }),
  z.strictObject({ state: z.literal('failed'), code: errorCodeSchema }),
  /** By the assistant: it is not printed here. */
  z.strictObject({
    state: z.literal('settled'),
    outcome: paperOutcomeSchema,
    by: z.string(),
    at: instantSchema,
  }),
]);
export type PaperState = z.infer<typeof paperStateSchema>;

export const paperSchema = paperHeadSchema.extend({
  sentAt: instantSchema,
  state: paperStateSchema,
  /** It was asked for once more after it had come out; once at most. */
  reprint: z.strictObject({ reason: reprintReasonSchema, by: z.string(), at: instantSchema }).optional(),
});
export type Paper = z.infer<typeof paperSchema>;

/** Who said so, and when. */
const saidSchema = z.strictObject({
  by: z.enum(['patient', 'assistant']),
  /** Of the assistant. */
  name: z.string().optional(),
  at: instantSchema,
});

export const papersSchema = z.strictObject({
  /** Oldest first. */
  list: z.array(paperSchema),
  /** The patient is there to take what comes out of the printer. */
  presence: saidSchema.optional(),
  /** What came out: in the patient's hands, or taken out of the tray by the assistant because nobody is there. */
  tray: saidSchema.extend({ outcome: z.enum(['taken', 'removed']) }).optional(),
});
/** The papers of a visit. */
export type Papers = z.infer<typeof papersSchema>;

export const NO_PAPERS: Papers = { list: [] };

const has = ({ list }: Papers, ...states: readonly PaperState['state'][]): boolean =>
  list.some(({ state }) => states.includes(state.state));

/** Papers that the patient may hear of: whole, and not given up by their physician. */
export const ownPapers = ({ list }: Papers): readonly Paper[] =>
  list.filter(({ state }) => ['arrived', 'printing', 'printed', 'failed', 'settled'].includes(state.state));

/**
 * What has to happen next with the papers of a closed consultation. `presence`: is the patient there? `printing`: wait. `stuck`: a paper did
 * not come out, and the assistant says what becomes of it. `take`: it lies in the tray. `over`: nothing any more.
 */
export type PapersStep = 'presence' | 'printing' | 'stuck' | 'take' | 'over';

export const papersStep = (papers: Papers): PapersStep => {
  if (has(papers, 'printing')) return 'printing';
  if (has(papers, 'arrived') && papers.presence === undefined) return 'presence';
  if (has(papers, 'arrived', 'failed')) return 'stuck';
  return has(papers, 'printed') && papers.tray === undefined ? 'take' : 'over';
};

/** Whether the consultation cannot be closed yet: bytes are still coming, or being checked. */
export const isComing = (papers: Papers): boolean => has(papers, 'on-the-way');

/** Whether the cabin still needs the bytes of a paper: it may be printed, or printed once more. */
export const mayBePrinted = ({ state, reprint }: Paper): boolean =>
  ['on-the-way', 'arrived', 'printing', 'failed'].includes(state.state) ||
  (state.state === 'printed' && reprint === undefined);
