import * as z from 'zod';
import { instantSchema } from '../../time.ts';

/** Who may be invited into a consultation besides the three: somebody who translates, or somebody of the family. */
export const GUEST_KINDS = ['interpreter', 'relative'] as const;
export const guestKindSchema = z.enum(GUEST_KINDS);
export type GuestKind = z.infer<typeof guestKindSchema>;

/** The name that a guest gives of themselves; nobody vouches for it. */
export const guestNameSchema = z.string().trim().min(1).max(60);

/**
 * `revoked`: taken back before the guest was let in. `ended`: asked to go, or the consultation is over. `physician-left`: the physician
 * with whom they were, or who had invited them, is not there any more.
 */
export const guestEndingSchema = z.enum([
  'declined',
  'revoked',
  'expired',
  'left',
  'ended',
  'physician-left',
]);
export type GuestEnding = z.infer<typeof guestEndingSchema>;

/** One invitation, and what became of it. */
export const guestSchema = z.strictObject({
  guestId: z.string(),
  kind: guestKindSchema,
  /** What an interpreter speaks, in the words of whoever invited. */
  language: z.string().optional(),
  invitedBy: z.enum(['assistant', 'physician']),
  invitedAt: instantSchema,
  state: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('invited') }),
    /** The link was used; the patient has not said yes: nothing is seen or heard. */
    z.strictObject({ state: z.literal('arrived'), name: guestNameSchema }),
    z.strictObject({ state: z.literal('present'), name: guestNameSchema, since: instantSchema }),
    z.strictObject({
      state: z.literal('over'),
      ending: guestEndingSchema,
      /** Absent when nobody came. */
      name: guestNameSchema.optional(),
      /** From when to when the guest was let in; absent when they never were. */
      stay: z.strictObject({ since: instantSchema, until: instantSchema }).optional(),
    }),
  ]),
});
export type Guest = z.infer<typeof guestSchema>;

/** The link of an invitation, for those who may pass it on; it serves once, until then. */
export const guestLinkViewSchema = z.strictObject({
  guestId: z.string(),
  link: z.string(),
  expiresAt: instantSchema,
});
export type GuestLinkView = z.infer<typeof guestLinkViewSchema>;

/** Who takes part in the call besides patient and physician. */
export const companySchema = z.strictObject({
  /** `joined`: the assistant's own window takes part; its microphone and camera are still off until its keys are used. */
  assistant: z.enum(['beside', 'joined']),
  /** Oldest first; one at a time is not over. */
  guests: z.array(guestSchema),
});
export type Company = z.infer<typeof companySchema>;

export const NO_COMPANY: Company = { assistant: 'beside', guests: [] };

/** The guest who is invited, waits for the patient's yes, or takes part. */
export const openGuest = ({ guests }: Company): Guest | undefined =>
  guests.find(({ state }) => state.state !== 'over');

/** A guest who took part, as the record says it: who was present is part of it. */
export const guestStaySchema = z.strictObject({
  kind: guestKindSchema,
  language: z.string().optional(),
  name: guestNameSchema,
  since: instantSchema,
  until: instantSchema,
});
export type GuestStay = z.infer<typeof guestStaySchema>;

/** Everyone who was let in, oldest first; whoever is still there, until `now`. */
export const guestStays = ({ guests }: Company, now: string): readonly GuestStay[] =>
  guests.flatMap(({ kind, language, state }) => {
    const common = { kind, ...(language === undefined ? {} : { language }) };
    if (state.state === 'present') return [{ ...common, name: state.name, since: state.since, until: now }];
    if (state.state !== 'over' || state.stay === undefined || state.name === undefined) return [];
    return [{ ...common, name: state.name, ...state.stay }];
  });
