import * as z from 'zod';
import { contentHashSchema } from '../call/content-hash.ts';
import { echoVerdictSchema, readingEchoesSchema } from '../call/echo.ts';
import { visitChangeSchema } from '../call/visit-body.ts';
import { instantSchema } from '../time.ts';
import { COMMANDS } from '../visit/commands.ts';
import { readingSchema } from '../vitals/reading.ts';
import { failureSchema } from './error-codes.ts';
import { liveBeatSchema, liveFeedbackSchema } from './live.ts';
import { presenceBoardSchema, presenceReportSchema } from './presence.ts';
import { sideMessageSchema } from './side-calls.ts';

/** The reliable, ordered data channel: the visit's projection one way, the physician's commands the other. */
export const CONSULTATION_CHANNEL = 'consultation';
/** The unordered channel without retransmission: waves and live feedback. Negotiated, with this stream id on both sides. */
export const LIVE_CHANNEL = { label: 'live', id: 7 } as const;
/** Reliable and ordered, binary: pictures and sounds, in pieces. Negotiated, with this stream id on both sides. */
export const BULK_CHANNEL = { label: 'bulk', id: 9 } as const;

/** What a physician may ask of the visit; everything else is for those in the cabin. */
export const physicianCommandSchema = z.discriminatedUnion('type', [
  COMMANDS['request-measure'],
  COMMANDS['request-exam'],
  COMMANDS['finish-exam'],
  COMMANDS['take-exam-item'],
  COMMANDS['discard-exam-item'],
  COMMANDS['write-message'],
  COMMANDS['send-paper'],
  COMMANDS['take-back-paper'],
  COMMANDS['choose-pathway'],
  COMMANDS['note-exclusion'],
  COMMANDS['withdraw-exclusion'],
  COMMANDS['save-notes'],
  COMMANDS['answer-line'],
  COMMANDS['note-emergency-call'],
  COMMANDS['close-consultation'],
  COMMANDS['raise-emergency'],
  COMMANDS['ask-private-talk'],
  COMMANDS['withdraw-private-talk'],
  COMMANDS['let-return'],
  COMMANDS['keep-private'],
  COMMANDS['invite-guest'],
  COMMANDS['end-guest'],
]);
export type PhysicianCommand = z.infer<typeof physicianCommandSchema>;

/** Longest message of the reliable channel, in characters: a whole visit with its longest notes fits several times. */
export const LONGEST_MESSAGE = 262_144;

const sequenceSchema = z.int().positive();
const streamIdSchema = z.string().min(8).max(64);

/** Numbered messages of the cabin's stream: what the page must have, in order, once each. */
export const visitMessageSchema = z.discriminatedUnion('type', [
  /** One reading, before the change that names it; sent again under the same id when the page shows another value. */
  z.strictObject({
    type: z.literal('reading'),
    sequence: sequenceSchema,
    reading: readingSchema,
    hash: contentHashSchema,
  }),
  /** What has changed of the visit besides. `hash` is of the whole body after the change. */
  z.strictObject({
    type: z.literal('visit'),
    sequence: sequenceSchema,
    change: visitChangeSchema,
    hash: contentHashSchema,
  }),
]);
export type VisitMessage = z.infer<typeof visitMessageSchema>;

export const cabinToPhysicianSchema = z.discriminatedUnion('type', [
  /**
   * `sentAt` is the cabin's wall clock, which stamps the readings: the page tells their age by it, not by its own. `stream` names the
   * numbered messages that follow: with `fromStart` they begin at 1, without it the cabin waits for `resume`.
   */
  z.strictObject({
    type: z.literal('welcome'),
    protocolVersion: z.int(),
    sentAt: instantSchema,
    stream: streamIdSchema,
    fromStart: z.boolean(),
  }),
  visitMessageSchema,
  /** What the cabin's record says to the page's echo. */
  z.strictObject({ type: z.literal('verdict'), verdict: echoVerdictSchema }),
  z.strictObject({ type: z.literal('command-accepted'), commandId: z.string() }),
  z.strictObject({ type: z.literal('command-refused'), commandId: z.string(), failure: failureSchema }),
  /** Of the calls with assistant and guest: they are set up over this channel, which is proven already. */
  z.strictObject({ type: z.literal('side'), message: sideMessageSchema }),
  /** Who hears and sees whom now. */
  z.strictObject({ type: z.literal('presence'), board: presenceBoardSchema }),
  /** The visit is over: the page forgets everything it holds of it. */
  z.strictObject({ type: z.literal('ended') }),
]);
export type CabinToPhysician = z.infer<typeof cabinToPhysicianSchema>;

export const physicianToCabinSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('command'),
    commandId: z.string().min(8).max(64),
    command: physicianCommandSchema,
  }),
  /** The page has the stream up to `have` (0: nothing of it) and asks for what comes after. */
  z.strictObject({ type: z.literal('resume'), stream: streamIdSchema, have: z.int().nonnegative() }),
  /** The page has everything up to `sequence`; `hash` is of the body that it holds then. */
  z.strictObject({
    type: z.literal('seen'),
    stream: streamIdSchema,
    sequence: sequenceSchema,
    hash: contentHashSchema.optional(),
  }),
  z.strictObject({ type: z.literal('side'), message: sideMessageSchema }),
  /** What this page sends to whom, and what arrives. */
  z.strictObject({ type: z.literal('presence'), report: presenceReportSchema }),
  z.strictObject({ type: z.literal('echo'), readings: readingEchoesSchema }),
]);
export type PhysicianToCabin = z.infer<typeof physicianToCabinSchema>;

/**
 * One datagram of the live channel that is no wave (those are `core/call/wave-datagram.ts`), under 1200 bytes. An empty list only says
 * that the sender is alive.
 */
export const liveChannelMessageSchema = z
  .array(z.discriminatedUnion('type', [liveFeedbackSchema, liveBeatSchema]))
  .max(4);
export type LiveChannelMessage = z.infer<typeof liveChannelMessageSchema>;
