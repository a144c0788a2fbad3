import * as z from 'zod';
import { lineMeasureSchema } from '../call/line-test.ts';
import { instrumentRoleSchema } from '../instruments/bindings.ts';
import { instantSchema } from '../time.ts';
import type { Rate } from '../token-bucket.ts';
import { languageSchema, physicianCardSchema } from '../visit/words.ts';
import { measureSchema } from '../vitals/kinds.ts';
import { errorCodeSchema } from './error-codes.ts';
import { peerRefusalSchema, proofSchema } from './identity.ts';

/**
 * What passes through the broker: presence, the queue and WebRTC signalling. Never health data and never a name of a patient:
 * the broker may belong to somebody else. MQTT 3.1.1, QoS 1 for everything but `restart` (QoS 0), clean sessions.
 */
const id = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** MQTT topics. One cabin, one physician; a token gives the right to its own ones only. */
export const TOPICS = {
  /** Retained, with a last will `offline`. Cabin publishes, physicians read. */
  presence: (siteId: string, cabinId: string) => `cabine/1/${siteId}/${cabinId}/presence`,
  /** Retained. The cabin's place in the queue. Cabin publishes, physicians read. */
  ticket: (siteId: string, cabinId: string) => `cabine/1/${siteId}/${cabinId}/ticket`,
  /** From one physician to the cabin. */
  inbox: (siteId: string, cabinId: string, physicianId: string) =>
    `cabine/1/${siteId}/${cabinId}/inbox/${physicianId}`,
  /** From the cabin to one physician. */
  outbox: (siteId: string, cabinId: string, physicianId: string) =>
    `cabine/1/${siteId}/${cabinId}/outbox/${physicianId}`,
  /** From one guest, who was invited by a link, to the cabin. */
  guestInbox: (siteId: string, cabinId: string, guestId: string) =>
    `cabine/1/${siteId}/${cabinId}/guest-inbox/${guestId}`,
  /** From the cabin to one guest. */
  guestOutbox: (siteId: string, cabinId: string, guestId: string) =>
    `cabine/1/${siteId}/${cabinId}/guest-outbox/${guestId}`,
  /** Retained, with a last will `offline`. Physician publishes, cabins read. */
  physicianPresence: (physicianId: string) => `cabine/1/physicians/${physicianId}/presence`,
} as const;

export const cabinPresenceSchema = z.strictObject({
  state: z.enum(['online', 'offline']),
  siteName: z.string(),
  siteKind: z.enum(['pharmacy', 'town-hall']),
  assisted: z.boolean(),
  languages: z.array(languageSchema),
  /** What the cabin can measure today. */
  capabilities: z.array(measureSchema),
  /** What the site has for a physician to hear and see with. */
  instruments: z.array(instrumentRoleSchema),
  simulation: z.boolean(),
  /** The telephone beside the cabin: a physician has it at hand before the visit itself has arrived, and when it does not. */
  telephone: z.string().optional(),
  protocolVersion: z.int(),
});
export type CabinPresence = z.infer<typeof cabinPresenceSchema>;

/** A place in the queue: an opaque id and a wait, nothing of the person. */
export const ticketSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({
    state: z.literal('waiting'),
    ticketId: id,
    since: instantSchema,
    language: languageSchema,
    /** Whose consultation with this patient broke off, so that they find the patient first. */
    interruptedWith: id.optional(),
  }),
  z.strictObject({
    state: z.literal('taken'),
    ticketId: id,
    since: instantSchema,
    language: languageSchema,
    /** Who holds it, so that the holder's own page finds it again after a reload. */
    physicianId: id,
  }),
]);
export type Ticket = z.infer<typeof ticketSchema>;

export const physicianPresenceSchema = z.strictObject({
  state: z.enum(['online', 'offline']),
  /** The page that says so. The newest page of a physician wins; the last will of an older one says nothing about the newer. */
  page: id.optional(),
});
export type PhysicianPresence = z.infer<typeof physicianPresenceSchema>;

/** One attempt at a peer connection. A higher generation replaces a lower one; anything of a lower one is dropped. */
export const attemptSchema = z.strictObject({ attemptId: id, generation: z.int().positive() });
export type Attempt = z.infer<typeof attemptSchema>;

/** What simple-peer asks to be carried to the other side, kept opaque but bounded: SDP and candidates. */
export const peerSignalSchema = z.union([
  z.strictObject({
    type: z.enum(['offer', 'answer', 'pranswer', 'rollback']),
    sdp: z.string().max(64_000),
    /** Number of the offer within its attempt, from 1; an answer repeats it, so that one to an older offer is told apart. */
    negotiation: z.int().positive().optional(),
  }),
  z.looseObject({
    type: z.literal('candidate'),
    candidate: z.looseObject({ candidate: z.string().max(2_000) }),
  }),
  z.strictObject({ type: z.literal('renegotiate'), renegotiate: z.literal(true) }),
]);
export type PeerSignal = z.infer<typeof peerSignalSchema>;

/** What one end says of itself; the other kinds with an `sdp` are never sent. */
export type SessionDescription = Extract<PeerSignal, { readonly sdp: string }> & {
  readonly type: 'offer' | 'answer';
};
export const isDescription = (signal: PeerSignal): signal is SessionDescription =>
  signal.type === 'offer' || signal.type === 'answer';

/** A description of the other side was not taken, so that its screen says so too. It proves nothing itself. */
const signalRefusedSchema = z.strictObject({
  type: z.literal('signal-refused'),
  ticketId: id,
  attempt: attemptSchema,
  code: peerRefusalSchema,
});

/**
 * Which letter of which load of the physician's page: `attemptId` is the load, `generation` the number of the letter, upwards. What comes
 * again, late or from an older load is known by it (`core/claims/letter-order.ts`).
 */
const letterSchema = attemptSchema;

/** Physician to cabin. An offer or an answer comes with its proof, or is refused. The claim carries the card that the patient will see. */
export const toCabinSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('claim'),
    ticketId: id,
    letter: letterSchema,
    protocolVersion: z.int(),
    physician: physicianCardSchema,
  }),
  /** The page is ready for a peer connection (first time, or after a reload): the cabin answers with an offer of a new attempt. */
  z.strictObject({
    type: z.literal('ready-for-call'),
    ticketId: id,
    letter: letterSchema,
    protocolVersion: z.int(),
    /** What the page has measured to the gateway that it came from, as it sees it. */
    line: lineMeasureSchema.optional(),
  }),
  z.strictObject({ type: z.literal('release'), ticketId: id, letter: letterSchema }),
  z.strictObject({
    type: z.literal('signal'),
    ticketId: id,
    attempt: attemptSchema,
    signal: peerSignalSchema,
    proof: proofSchema.optional(),
  }),
  signalRefusedSchema,
  /** Asks the cabin, which alone offers, to restart ICE. */
  z.strictObject({ type: z.literal('restart'), ticketId: id, attempt: attemptSchema }),
]);
export type ToCabin = z.infer<typeof toCabinSchema>;

/** What every version of the page has said when it asks for a place: enough to tell it that its version is another one. */
export const anyVersionClaimSchema = z.looseObject({
  type: z.enum(['claim', 'ready-for-call']),
  ticketId: id,
  protocolVersion: z.int(),
});

/** Cabin to physician. */
export const toPhysicianSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('claim-granted'),
    ticketId: id,
    /** The claim that is answered. */
    letter: letterSchema,
    /** What the cabin has measured of its own line, seen from there; the page's own line may be another. */
    line: lineMeasureSchema.optional(),
  }),
  /** Without a letter when the page speaks another version: every version can read it like this. */
  z.strictObject({
    type: z.literal('claim-refused'),
    ticketId: id,
    letter: letterSchema.optional(),
    code: errorCodeSchema,
  }),
  z.strictObject({
    type: z.literal('signal'),
    ticketId: id,
    attempt: attemptSchema,
    signal: peerSignalSchema,
    proof: proofSchema.optional(),
  }),
  signalRefusedSchema,
  /** The visit is over, or the claim was lost: the page forgets it. `letter`: the claim that was granted, if there was one. */
  z.strictObject({ type: z.literal('claim-ended'), ticketId: id, letter: letterSchema.optional() }),
]);
export type ToPhysician = z.infer<typeof toPhysicianSchema>;

/** The largest message the broker takes, in bytes: a full offer with two cameras is under 10 kB. */
export const LARGEST_SIGNALLING_MESSAGE_BYTES = 65_536;

/**
 * What is read of one sender's letters, in letters: an attempt takes about fifty at once. The broker may belong to somebody else, and
 * mosquitto knows no such limit, so whoever reads keeps it.
 */
export const LETTER_RATE: Rate = { burst: 300, perSecond: 50 };

/** What one client needs to get into the broker. */
export const brokerAccessSchema = z.strictObject({
  url: z.string(),
  username: z.string(),
  password: z.string(),
});

/** `GET /config` of the gateway, read by the physician page before anything else. */
export const gatewayConfigSchema = z.strictObject({
  protocolVersion: z.int(),
  simulation: z.boolean(),
  /** Path of the broker's WebSocket on the same origin; absent when the broker is elsewhere, and a page asks `POST /broker` for it. */
  brokerPath: z.string().optional(),
  /** Who vouches for physicians: an identity provider for demonstrations, Pro Santé Connect, or nobody because none is set up. */
  signIn: z.enum(['demonstration', 'pro-sante-connect', 'none']),
});
export type GatewayConfig = z.infer<typeof gatewayConfigSchema>;

/** `POST /broker` of the gateway, with the session's token as bearer: access for one page to the broker beside the gateway. */
export const brokerRequestSchema = z.strictObject({ page: id });

/** `POST /session/renew` of the gateway: the page names itself, so that its own connection to the broker goes on. */
export const renewalSchema = z.strictObject({ page: id });
/** The answer: a fresh token of the physician who is signed in with this browser. Nobody is: status 204 without content. */
export const sessionSchema = z.strictObject({
  /** JWT; also the MQTT password. */
  token: z.string(),
  /** Seconds until it expires. */
  expiresIn: z.int().positive(),
  physicianId: id,
  physician: physicianCardSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** `POST /sign-out` of the gateway: where the page goes to end the identity provider's own session, if there is such a place. */
export const signedOutSchema = z.strictObject({ next: z.url().optional() });

/** Where a sign-in that failed comes back to: `/?failed=<code>`. */
export const SIGN_IN_FAILED = 'failed';
