import * as z from 'zod';
import { errorCodeSchema } from '../../contract/error-codes.ts';
import { instantSchema } from '../../time.ts';
import { skipReasonSchema } from '../words.ts';
import { examTargetSchema } from './targets.ts';

/** What the cabin says of a still or a clip once it is taken; its bytes go to the physician's page and nowhere else. */
export const takenItemSchema = z.strictObject({
  takenAt: instantSchema,
  /** The device in use, as the browser calls it. */
  device: z.string().max(200),
  simulated: z.boolean(),
  byteLength: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type TakenItem = z.infer<typeof takenItemSchema>;

/** The physician asks to hear a point or see a site. One at a time: a newer request takes the place of the one before. */
export const examRequestSchema = z.strictObject({
  requestId: z.string(),
  target: examTargetSchema,
  askedAt: instantSchema,
  status: z.discriminatedUnion('status', [
    z.strictObject({ status: z.literal('asked') }),
    /** The instrument is in the assistant's hand, and on. */
    z.strictObject({ status: z.literal('accepted') }),
    z.strictObject({ status: z.literal('done') }),
    z.strictObject({ status: z.literal('declined'), reason: skipReasonSchema }),
  ]),
});
export type ExamRequest = z.infer<typeof examRequestSchema>;

/** A still or a 15-second clip that the physician takes on purpose. */
export const examItemSchema = z.strictObject({
  itemId: z.string(),
  requestId: z.string(),
  target: examTargetSchema,
  askedAt: instantSchema,
  state: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('asked') }),
    /** Taken, on its way. */
    z.strictObject({ state: z.literal('taken'), taken: takenItemSchema }),
    /** The physician's page holds it whole, and said the same hash. */
    z.strictObject({ state: z.literal('delivered'), taken: takenItemSchema }),
    z.strictObject({ state: z.literal('failed'), code: errorCodeSchema }),
    /** The physician does not keep it: it is no part of the record. */
    z.strictObject({ state: z.literal('discarded') }),
  ]),
});
export type ExamItem = z.infer<typeof examItemSchema>;

/** All that was asked for and taken with instruments, oldest first. */
export const examinationSchema = z.strictObject({
  requests: z.array(examRequestSchema),
  items: z.array(examItemSchema),
});
export type Examination = z.infer<typeof examinationSchema>;

export const NO_EXAMINATION: Examination = { requests: [], items: [] };

/** The request that is open, if any. */
export const openExam = ({ requests }: Examination): ExamRequest | undefined =>
  requests.find(({ status }) => status.status === 'asked' || status.status === 'accepted');

/** What the patient's window needs: what is being examined, and what it has to take. */
export const currentExamSchema = z.strictObject({
  request: examRequestSchema,
  /** Ids of the items that are asked for and not taken. */
  toTake: z.array(z.string()),
});
export type CurrentExam = z.infer<typeof currentExamSchema>;

export const currentExam = (examination: Examination): CurrentExam | undefined => {
  const request = openExam(examination);
  return (
    request && {
      request,
      toTake: examination.items
        .filter(({ requestId, state }) => requestId === request.requestId && state.state === 'asked')
        .map(({ itemId }) => itemId),
    }
  );
};
