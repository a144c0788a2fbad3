import * as z from 'zod';
import { errorCodeSchema } from '../../contract/error-codes.ts';
import { type Role, skipReasonSchema } from '../words.ts';
import { instrumentStatusSchema, takenItemSchema } from './examination.ts';
import { skinPlaceSchema } from './skin-places.ts';
import { examTargetSchema } from './targets.ts';

/** Chosen by the physician's page, so that a command sent twice over a reconnect is one command. */
const newId = z.string().min(8).max(64);
const id = z.string().max(64);

/** What may be asked about instruments in the call. */
export const EXAM_COMMANDS = {
  'request-exam': z.strictObject({
    type: z.literal('request-exam'),
    requestId: newId,
    target: examTargetSchema,
  }),
  'accept-exam': z.strictObject({ type: z.literal('accept-exam'), requestId: id }),
  'decline-exam': z.strictObject({
    type: z.literal('decline-exam'),
    requestId: id,
    reason: skipReasonSchema,
  }),
  /** The skin in sight is of another place than was asked for: who holds the camera sees it. Pictures taken already bear the right name too. */
  'correct-exam-place': z.strictObject({
    type: z.literal('correct-exam-place'),
    requestId: id,
    place: skinPlaceSchema,
  }),
  'finish-exam': z.strictObject({ type: z.literal('finish-exam'), requestId: id }),
  /** A still of the camera, or 15 seconds of the stethoscope. */
  'take-exam-item': z.strictObject({ type: z.literal('take-exam-item'), itemId: newId, requestId: id }),
  'discard-exam-item': z.strictObject({ type: z.literal('discard-exam-item'), itemId: id }),
  /** Which of the devices that may be the instrument it is. */
  'choose-instrument': z.strictObject({
    type: z.literal('choose-instrument'),
    requestId: id,
    deviceId: z.string().min(1).max(200),
  }),
  /** From the patient's window, which holds the instruments. */
  'report-instrument': z.strictObject({
    type: z.literal('report-instrument'),
    requestId: id,
    status: instrumentStatusSchema,
  }),
  'report-exam-item': z.strictObject({
    type: z.literal('report-exam-item'),
    itemId: id,
    report: z.discriminatedUnion('report', [
      /** The sound had a hole, and is being taken anew. */
      z.strictObject({ report: z.literal('again') }),
      z.strictObject({ report: z.literal('taken'), taken: takenItemSchema }),
      z.strictObject({ report: z.literal('delivered') }),
      z.strictObject({ report: z.literal('failed'), code: errorCodeSchema }),
    ]),
  }),
} as const;

export type ExamCommand = {
  [Type in keyof typeof EXAM_COMMANDS]: z.infer<(typeof EXAM_COMMANDS)[Type]>;
}[keyof typeof EXAM_COMMANDS];

export const EXAM_COMMAND_ROLES: Record<ExamCommand['type'], readonly Role[]> = {
  'request-exam': ['physician'],
  'accept-exam': ['assistant'],
  'decline-exam': ['assistant'],
  'correct-exam-place': ['assistant'],
  'finish-exam': ['assistant', 'physician'],
  'take-exam-item': ['physician'],
  'discard-exam-item': ['physician'],
  'choose-instrument': ['assistant'],
  'report-instrument': ['patient'],
  'report-exam-item': ['patient'],
};
