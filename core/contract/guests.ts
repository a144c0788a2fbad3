import * as z from 'zod';
import { guestEndingSchema, guestKindSchema, guestNameSchema } from '../visit/company/company.ts';
import { iceServerSchema } from './ice.ts';
import { presenceBoardSchema, presenceReportSchema } from './presence.ts';
import { sideMessageSchema } from './side-calls.ts';
import { sessionSchema } from './signalling.ts';

/** A link that was not used within this time is worth nothing any more. */
export const INVITATION_SECONDS = 15 * 60;

/** The secret of a link, in random bytes. It stands behind `#`, so that no server is sent it by a mere visit. */
export const INVITATION_BYTES = 24;
export const invitationCodeSchema = z.base64url().length((INVITATION_BYTES * 4) / 3);
/** Path of the guest's page. */
export const GUEST_PATH = '/guest';

const guestIdSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** What a guest is told before they give their name: who invites them, where to, as what. Nothing of the patient. */
const invitationViewSchema = z.strictObject({
  kind: guestKindSchema,
  language: z.string().optional(),
  inviter: z.strictObject({ role: z.enum(['assistant', 'physician']), name: z.string() }),
  siteName: z.string(),
});
export type InvitationView = z.infer<typeof invitationViewSchema>;

/** One invitation as the gateway keeps it. The code itself stays with whoever made it: here is only its hash. */
export const invitationSchema = z.strictObject({
  guestId: guestIdSchema,
  /** The place in the queue that it belongs to. */
  ticketId: z.string(),
  /** SHA-256 of the code, hexadecimal. */
  codeHash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Milliseconds since 1970. */
  expiresAtMs: z.number(),
  /** Somebody has come in with it: the link is worth nothing any more, the guest goes on. */
  used: z.boolean(),
  view: invitationViewSchema,
});
export type Invitation = z.infer<typeof invitationSchema>;

/** `POST /guest/look`: what the link is for, without using it up. */
export const guestLookSchema = z.strictObject({ code: z.string().max(64) });
export const guestLookReplySchema = z.strictObject({
  view: invitationViewSchema,
  /** Seconds that the link is still good for. */
  expiresIn: z.number().nonnegative(),
});

const page = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);
/** `POST /guest/enter`: uses the link up. */
export const guestEntrySchema = z.strictObject({
  code: z.string().max(64),
  name: guestNameSchema,
  page,
});
/** `POST /guest/renew`, with the cookie that `enter` gave: the page was loaded again, or its token is old. */
export const guestRenewalSchema = z.strictObject({ page });
/** `POST /guest/away`, with the same cookie: this load of the page is closed, or about to be loaded again. */
export const guestAwaySchema = z.strictObject({ page });
/** The answer to `enter` and `renew`. */
export const guestSessionSchema = sessionSchema.pick({ token: true, expiresIn: true }).extend({
  guestId: guestIdSchema,
  siteId: z.string(),
  cabinId: z.string(),
  iceServers: z.array(iceServerSchema),
  view: invitationViewSchema,
});
export type GuestSession = z.infer<typeof guestSessionSchema>;

/** Over the encrypted channel between the guest and the patient's window: names travel here and nowhere else. */
export const toGuestChannelSchema = z.strictObject({
  type: z.literal('company'),
  board: presenceBoardSchema,
  /** By whom the other call must be proven; absent while no physician holds the visit. */
  physicianId: guestIdSchema.optional(),
  physicianName: z.string(),
  assistantName: z.string(),
});
export type ToGuestChannel = z.infer<typeof toGuestChannelSchema>;
export const fromGuestChannelSchema = z.strictObject({
  type: z.literal('presence'),
  report: presenceReportSchema,
});
export type FromGuestChannel = z.infer<typeof fromGuestChannelSchema>;

/** Guest to cabin. `page` tells one load of the guest's page from another: the newest one counts. */
export const fromGuestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('hello'), page, protocolVersion: z.int() }),
  /** Every few seconds: the page is still open. */
  z.strictObject({ type: z.literal('here'), page }),
  z.strictObject({ type: z.literal('bye'), page }),
  /** The last will: the broker has lost the page. Its calls may go on without. */
  z.strictObject({ type: z.literal('lost'), page }),
  z.strictObject({ type: z.literal('side'), page, message: sideMessageSchema }),
]);
export type FromGuest = z.infer<typeof fromGuestSchema>;

/** Cabin to guest. No name and nothing of the visit: the broker may belong to somebody else. */
export const toGuestSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('standing'),
    page,
    /** `asked`: the patient has not said yes. `accepted`: the call has not begun. `paused`: it rests. `replaced`: another page took over. */
    standing: z.enum(['asked', 'accepted', 'paused', 'in-call', 'replaced', 'version']),
  }),
  z.strictObject({ type: z.literal('over'), page, ending: guestEndingSchema }),
  z.strictObject({ type: z.literal('side'), page, message: sideMessageSchema }),
]);
export type ToGuest = z.infer<typeof toGuestSchema>;
