import * as z from 'zod';
import { instantSchema } from '../time.ts';
import { COMMANDS } from '../visit/commands.ts';
import { physicianProjectionSchema } from '../visit/projections/physician.ts';
import { failureSchema } from './error-codes.ts';
import { liveMessageSchema } from './live.ts';

/** The reliable, ordered data channel: the visit's projection one way, the physician's commands the other. */
export const CONSULTATION_CHANNEL = 'consultation';
/** The unordered channel without retransmission: waves and live feedback. Negotiated, with this stream id on both sides. */
export const LIVE_CHANNEL = { label: 'live', id: 7 } as const;
/** Reliable and ordered, binary: pictures and sounds, in pieces. Negotiated, with this stream id on both sides. */
export const BULK_CHANNEL = { label: 'bulk', id: 9 } as const;

/** What a physician may ask of the visit; everything else is for those in the cabin. */
export const physicianCommandSchema = z.discriminatedUnion('type', [
  COMMANDS['request-measure'],
  COMMANDS['choose-pathway'],
  COMMANDS['save-notes'],
  COMMANDS['close-consultation'],
  COMMANDS['raise-emergency'],
]);
export type PhysicianCommand = z.infer<typeof physicianCommandSchema>;

export const cabinToPhysicianSchema = z.discriminatedUnion('type', [
  /** `sentAt` is the cabin's wall clock, which stamps the readings: the page tells their age by it, not by its own. */
  z.strictObject({ type: z.literal('welcome'), protocolVersion: z.int(), sentAt: instantSchema }),
  /** Numbered from 1 within a channel; a gap cannot happen on a reliable channel, a new channel starts with the whole projection. */
  z.strictObject({
    type: z.literal('projection'),
    sequence: z.int().positive(),
    projection: physicianProjectionSchema,
  }),
  z.strictObject({ type: z.literal('command-accepted'), commandId: z.string() }),
  z.strictObject({ type: z.literal('command-refused'), commandId: z.string(), failure: failureSchema }),
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
  z.strictObject({ type: z.literal('seen'), sequence: z.int().positive() }),
]);
export type PhysicianToCabin = z.infer<typeof physicianToCabinSchema>;

/**
 * One datagram of the live channel, under 1200 bytes: a block may be repeated in the next datagram, so that the loss of one leaves
 * no gap. An empty list only says that the sender is alive.
 */
export const liveChannelMessageSchema = z.array(liveMessageSchema).max(4);
export type LiveChannelMessage = z.infer<typeof liveChannelMessageSchema>;
