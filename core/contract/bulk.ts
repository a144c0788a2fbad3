import * as z from 'zod';
import { instantSchema } from '../time.ts';
import { cameraTargetSchema, LISTENING_POINTS } from '../visit/examination/targets.ts';
import { errorCodeSchema } from './error-codes.ts';

/** Limits of the bulk channel; both sides hold to them, whatever the other one says. */
export const BULK_LIMITS = {
  /** Bytes of an item in one message: with its head well under the 16 kB that every browser takes whole. */
  chunkBytes: 16_000,
  /** A picture of 12 megapixels fits losslessly, and 15 seconds of stereo at 192 kHz. */
  itemBytes: 48_000_000,
  /** All items that one side holds to send: under way, and kept for a page that is loaded again. Some twenty pictures of 8 megapixels. */
  pendingBytes: 320_000_000,
} as const;

const pixels = z.int().positive().max(20_000);
/** The device as the browser calls it, and whether a simulator stood in for it. */
const source = { takenAt: instantSchema, device: z.string().max(200), simulated: z.boolean() };

/** What an item is; `paper`: a PDF for the printer of the cabin, announced by a command under the same id. */
export const bulkAboutSchema = z.discriminatedUnion('kind', [
  /** A full picture of an examination camera, lossless (PNG), kept until the visit ends. */
  z.strictObject({
    kind: z.literal('still'),
    ...source,
    /** What it was said to show when it was taken; the visit knows of a correction that came later. */
    target: cameraTargetSchema,
    width: pixels,
    height: pixels,
  }),
  /** What the stethoscope heard at one point, lossless (WAV, PCM 16 bit), kept until the visit ends. */
  z.strictObject({
    kind: z.literal('clip'),
    ...source,
    point: z.enum(LISTENING_POINTS),
    sampleRateHz: z.int().min(8_000).max(192_000),
    channels: z.int().min(1).max(2),
    durationMs: z.int().positive().max(60_000),
  }),
  /** One picture in place of moving ones, while the line bears no more; worth nothing once the next one is there. */
  z.strictObject({
    kind: z.literal('line-picture'),
    takenAt: instantSchema,
    type: z.enum(['image/webp', 'image/jpeg']),
    width: pixels,
    height: pixels,
  }),
  z.strictObject({ kind: z.literal('paper') }),
]);
export type BulkAbout = z.infer<typeof bulkAboutSchema>;

const itemId = z.string().min(8).max(64);

/** One item: what it is, how long, and the SHA-256 of its bytes in hexadecimal. */
export const bulkItemSchema = z.strictObject({
  itemId,
  byteLength: z.int().positive().max(BULK_LIMITS.itemBytes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  about: bulkAboutSchema,
});
export type BulkItem = z.infer<typeof bulkItemSchema>;

/** What both sides say about items; the bytes themselves go in messages of their own. */
export const bulkControlSchema = z.discriminatedUnion('type', [
  /** `transfer` names the item in the chunks that follow, within this channel. */
  z.strictObject({ type: z.literal('offer'), transfer: z.int().min(0).max(65_535), item: bulkItemSchema }),
  /** The receiver has the first `bytes` of it, over all channels so far: the sender goes on from there. */
  z.strictObject({ type: z.literal('have'), itemId, bytes: z.int().nonnegative() }),
  /** Complete. The receiver's own hash of what it holds. */
  z.strictObject({ type: z.literal('received'), itemId, sha256: z.string() }),
  z.strictObject({ type: z.literal('refused'), itemId, code: errorCodeSchema }),
  /** The sender gives it up: the receiver forgets what it has of it. */
  z.strictObject({ type: z.literal('withdrawn'), itemId }),
]);
export type BulkControl = z.infer<typeof bulkControlSchema>;
