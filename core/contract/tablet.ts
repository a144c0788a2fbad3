import * as z from 'zod';
import { instantSchema } from '../time.ts';
import { errorCodeSchema } from './error-codes.ts';
import { publicKeySchema } from './identity.ts';
import { IPC } from './ipc-channels.ts';

/**
 * The assistant's other screen: a tablet's browser on the local network. What it may ask goes through the very channels of the assistant's
 * window; what is here is how a tablet is paired, recognized, and told from others.
 */

/** What the profile says of tablets. Absent there: no tablet, and no port is opened. */
export const tabletProfileSchema = z.strictObject({
  /** HTTPS, on every address of the local network. */
  port: z.int().min(1).max(65_535).default(8_444),
  /** HTTP, for a page that gives the authority's certificate and nothing else. Absent: somebody installs the certificate another way. */
  plainPort: z.int().min(1).max(65_535).optional(),
  /** Days that a pairing lasts from its day on. */
  days: z.int().min(1).max(365).default(30),
});
export type TabletProfile = z.infer<typeof tabletProfileSchema>;

export const tabletSettingsSchema = tabletProfileSchema.extend({
  /** Test rigs take any free port. */
  port: z.int().min(0).max(65_535),
  plainPort: z.int().min(0).max(65_535).optional(),
  /** Folder of the cabin's own, for its authority and its pairings. */
  folder: z.string().min(1),
  siteName: z.string(),
});
export type TabletSettings = z.infer<typeof tabletSettingsSchema>;

/** Channels of the assistant's window that a tablet may use too; the rest, calls and the technician's window among it, stay on the cabin. */
const TABLET_CHANNELS = [
  IPC.command,
  IPC.snapshot,
  IPC.report,
  IPC.qualitySnapshot,
  IPC.presenceSnapshot,
  IPC.chooseDevice,
  IPC.signIn,
  IPC.signOut,
  IPC.openingCheck,
  IPC.interruptionSeen,
] as const;
export const tabletChannelSchema = z.enum(TABLET_CHANNELS);
export type TabletChannel = z.infer<typeof tabletChannelSchema>;

/** How long a code can be typed, and how often wrongly. */
export const PAIRING_CODE_SECONDS = 5 * 60;
export const PAIRING_CODE_TRIES = 5;
export const PAIRING_CODE_DIGITS = 8;

/** What a person calls their tablet; other tablets are told from it by it. */
export const tabletNameSchema = z
  .string()
  .trim()
  .min(1)
  .max(40)
  // It stands in a log, a line each.
  .regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u);

/** The thumbprint of a tablet's key (RFC 7638), which its pairing is known by. */
const pairingId = z.base64url().length(43);

const pairingViewSchema = z.strictObject({
  id: pairingId,
  name: tabletNameSchema,
  pairedAt: instantSchema,
  until: instantSchema,
  lastSeenAt: instantSchema,
  connected: z.boolean(),
});
export type PairingView = z.infer<typeof pairingViewSchema>;

/** What the assistant's window shows of tablets. */
export const tabletBoardSchema = z.discriminatedUnion('state', [
  /** The profile asks for none. */
  z.strictObject({ state: z.literal('off') }),
  z.strictObject({ state: z.literal('starting') }),
  z.strictObject({ state: z.literal('failed'), code: errorCodeSchema }),
  z.strictObject({
    state: z.literal('on'),
    /** Addresses of the tablet's page, such as `https://192.168.1.20:8444/`; none: this machine is on no local network. */
    secure: z.array(z.string()),
    /** The same of the page with the authority's certificate. */
    plain: z.array(z.string()),
    /** SHA-256 of the authority's certificate, 64 hexadecimal digits. */
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    code: z.strictObject({ digits: z.string(), expiresAt: instantSchema, left: z.int() }).optional(),
    pairings: z.array(pairingViewSchema),
  }),
]);
export type TabletBoard = z.infer<typeof tabletBoardSchema>;

/** What the assistant's window asks about tablets. */
export const tabletOrderSchema = z.discriminatedUnion('type', [
  /** A new code, in the place of the one before. */
  z.strictObject({ type: z.literal('show-code') }),
  z.strictObject({ type: z.literal('hide-code') }),
  /** The tablet is lost, or not wanted any more: it is cut at once. */
  z.strictObject({ type: z.literal('end-pairing'), id: pairingId }),
]);
export type TabletOrder = z.infer<typeof tabletOrderSchema>;

/** Path of the tablet's WebSocket. */
export const TABLET_PATH = '/tablet';
/** A signature is asked for anew after so long, over the same connection. Seconds. */
export const TABLET_PROOF_SECONDS = 15 * 60;
/** What was on a tablet is gone after so long without a connection; its person types their code again. Milliseconds. */
export const TABLET_FORGETS_MS = 120_000;

const nonce = z.base64url().length(32);

/** Tablet to gateway. */
export const fromTabletSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('pair'),
    key: publicKeySchema,
    name: tabletNameSchema,
    /** {@link pairingProof}: the code itself does not travel. */
    proof: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Signature over {@link sessionBytes}, of the newest challenge. */
  z.strictObject({ type: z.literal('prove'), id: pairingId, signature: z.base64url().length(86) }),
  z.strictObject({
    type: z.literal('ask'),
    number: z.int().nonnegative(),
    channel: tabletChannelSchema,
    payload: z.unknown().optional(),
  }),
  /** Every few seconds: the connection still carries. */
  z.strictObject({ type: z.literal('here') }),
]);
export type FromTablet = z.infer<typeof fromTabletSchema>;

/** Gateway to tablet. */
export const toTabletSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('challenge'), nonce, fingerprint: z.string(), siteName: z.string() }),
  z.strictObject({ type: z.literal('paired'), id: pairingId }),
  /** Recognized: it may ask. */
  z.strictObject({ type: z.literal('welcome') }),
  /** `TABLET_CODE_WRONG`, `TABLET_CODE_OVER`, `TABLET_UNKNOWN`, `NOT_NOW`. */
  z.strictObject({ type: z.literal('refused'), code: errorCodeSchema }),
  z.strictObject({ type: z.literal('answer'), number: z.int(), answer: z.unknown() }),
  z.strictObject({ type: z.literal('push'), channel: z.string(), payload: z.unknown() }),
  /** The visit is over, or somebody else is on duty: nothing of before is kept. */
  z.strictObject({ type: z.literal('forget') }),
  z.strictObject({ type: z.literal('here') }),
]);
export type ToTablet = z.infer<typeof toTabletSchema>;

/** Main to gateway host, about tablets. */
export const tabletToHostSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tablet-order'), order: tabletOrderSchema }),
  z.strictObject({ type: z.literal('tablet-send'), session: z.string(), message: toTabletSchema }),
]);

export type TabletToHost = z.infer<typeof tabletToHostSchema>;

/** Gateway host to main, about tablets. */
export const tabletFromHostSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('tablet-board'), board: tabletBoardSchema }),
  z.strictObject({
    type: z.literal('tablet-opened'),
    session: z.string(),
    id: pairingId,
    name: tabletNameSchema,
  }),
  z.strictObject({ type: z.literal('tablet-closed'), session: z.string() }),
  z.strictObject({
    type: z.literal('tablet-asked'),
    session: z.string(),
    number: z.int(),
    channel: tabletChannelSchema,
    payload: z.unknown().optional(),
  }),
  /** For the log of accesses. */
  z.strictObject({
    type: z.literal('tablet-news'),
    news: z.enum(['paired', 'ended', 'wrong code']),
    name: tabletNameSchema,
  }),
]);
export type TabletFromHost = z.infer<typeof tabletFromHostSchema>;
