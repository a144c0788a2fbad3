import * as z from 'zod';
import { errorCodeSchema } from '../../contract/error-codes.ts';
import { instrumentRoleSchema, roleOf } from '../../instruments/bindings.ts';
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

/** What the patient's window says of the instrument that it opened, or could not. */
export const instrumentStatusSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('opening') }),
  z.strictObject({
    state: z.literal('live'),
    /** The device in use, as the browser calls it. */
    device: z.string().max(200),
    simulated: z.boolean(),
    /** It is in use, and what comes from it is not to be relied on: black, silent, or altered. */
    warning: errorCodeSchema.optional(),
  }),
  z.strictObject({
    state: z.literal('failed'),
    code: errorCodeSchema,
    /** The devices that may be it, while the assistant has to choose (`INSTRUMENT_AMBIGUOUS`). */
    candidates: z.array(z.strictObject({ deviceId: z.string().max(200), label: z.string().max(200) })).max(8),
  }),
]);
export type InstrumentStatus = z.infer<typeof instrumentStatusSchema>;

/** The physician asks to hear a point or see a site. One at a time: a newer request takes the place of the one before. */
export const examRequestSchema = z.strictObject({
  requestId: z.string(),
  target: examTargetSchema,
  askedAt: instantSchema,
  /** Absent until the patient's window has tried. */
  instrument: instrumentStatusSchema.optional(),
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
    z.strictObject({
      state: z.literal('asked'),
      /** Its sound had a hole: the 15 seconds began anew at this time. */
      againAt: instantSchema.optional(),
    }),
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
  /** Which of several devices plays an instrument, by the browser's id of it; held for the rest of the visit. */
  chosen: z.partialRecord(instrumentRoleSchema, z.string().max(200)),
});
export type Examination = z.infer<typeof examinationSchema>;

export const NO_EXAMINATION: Examination = { requests: [], items: [], chosen: {} };

/** The request that is open, if any. */
export const openExam = ({ requests }: Examination): ExamRequest | undefined =>
  requests.find(({ status }) => status.status === 'asked' || status.status === 'accepted');

/** What is being taken of a request now, if anything. */
export const itemBeingTaken = ({ items }: Examination, requestId: string | undefined): ExamItem | undefined =>
  items.find((item) => item.requestId === requestId && item.state.state === 'asked');

/** The live sound was held back when the request ended, by the line. */
export const wasHeldBack = ({ instrument }: ExamRequest): boolean =>
  instrument?.state === 'live' && instrument.warning === 'LISTENING_HELD';

/** Whether the stethoscope was heard in a request that is over: live, or as a recording where the line held the live sound back. */
export const wasHeard = ({ items }: Examination, request: ExamRequest): boolean =>
  request.status.status === 'done' &&
  request.instrument?.state === 'live' &&
  (!wasHeldBack(request) ||
    items.some(({ requestId, state }) => requestId === request.requestId && state.state === 'delivered'));

/** The instrument is in the assistant's hand already, and goes to another place: nothing is seen or heard until they say that it is there. */
export const isMoving = ({ requests }: Examination, request: ExamRequest): boolean => {
  const before = requests[requests.indexOf(request) - 1];
  return before?.status.status === 'done' && roleOf(before.target) === roleOf(request.target);
};

/** What the patient's window needs: what is being examined, what it has to take, and what it may forget. */
export const currentExamSchema = z.strictObject({
  request: examRequestSchema.optional(),
  /** The device that the assistant chose for it among several. */
  chosen: z.string().optional(),
  /** Ids of the items that are asked for and not taken. */
  toTake: z.array(z.string()),
  /** Ids of the items that are taken and have not arrived: a window that does not hold them says so. */
  onTheWay: z.array(z.string()),
  discarded: z.array(z.string()),
});
export type CurrentExam = z.infer<typeof currentExamSchema>;

/** Undefined while no instrument has been asked for. */
export const currentExam = (examination: Examination): CurrentExam | undefined => {
  if (examination.requests.length === 0) return undefined;
  const request = openExam(examination);
  const chosen = request && examination.chosen[roleOf(request.target)];
  const idsIn = (state: ExamItem['state']['state']): string[] =>
    examination.items.filter((item) => item.state.state === state).map(({ itemId }) => itemId);
  return {
    ...(request && { request }),
    ...(chosen !== undefined && { chosen }),
    toTake: request === undefined ? [] : idsIn('asked'),
    onTheWay: idsIn('taken'),
    discarded: idsIn('discarded'),
  };
};
