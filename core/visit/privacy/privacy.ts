import * as z from 'zod';
import { type Instant, instantSchema } from '../../time.ts';

/**
 * Why a private talk is over, or did not come about. `let-in`: patient or physician let the assistant back. `declined`: the assistant
 * cannot leave. `withdrawn`: it is not wished any more. Of the others none was asked: an emergency, a call for help, a physician who is
 * gone, the end of the consultation.
 */
export const PRIVACY_ENDINGS = [
  'let-in',
  'declined',
  'withdrawn',
  'emergency',
  'help',
  'physician-gone',
  'closed',
] as const;
export const privacyEndingSchema = z.enum(PRIVACY_ENDINGS);
export type PrivacyEnding = z.infer<typeof privacyEndingSchema>;

/** Where the talk between patient and physician alone stands. */
export const privacySchema = z.discriminatedUnion('state', [
  /** Patient or physician wish it: the assistant is to leave the room. */
  z.strictObject({ state: z.literal('asked'), by: z.enum(['patient', 'physician']), at: instantSchema }),
  /** The assistant has said that they are out; their screen shows nothing of the visit. */
  z.strictObject({ state: z.literal('alone'), since: instantSchema }),
  /** They ask to come back; their screen stays blind until patient or physician say yes. */
  z.strictObject({ state: z.literal('return-asked'), since: instantSchema, at: instantSchema }),
  /** It is over, which the patient has yet to take note of: nobody is heard again without knowing it. */
  z.strictObject({ state: z.literal('over'), ending: privacyEndingSchema, at: instantSchema }),
]);
export type Privacy = z.infer<typeof privacySchema>;

/** A while that the patient was alone with the physician, as the record says it. */
export const privateTalkSchema = z.strictObject({
  since: instantSchema,
  until: instantSchema,
  ending: privacyEndingSchema,
});
export type PrivateTalk = z.infer<typeof privateTalkSchema>;

/** The assistant is out of the room: what patient and physician say and do is not shown to them. */
export const isPrivate = (
  privacy: Privacy | undefined,
): privacy is Extract<Privacy, { state: 'alone' | 'return-asked' }> =>
  privacy?.state === 'alone' || privacy?.state === 'return-asked';

/** The talk that an end at `until` makes of it; undefined when the assistant had not left. */
export const talkOf = (
  privacy: Privacy | undefined,
  ending: PrivacyEnding,
  until: Instant,
): PrivateTalk | undefined => (isPrivate(privacy) ? { since: privacy.since, until, ending } : undefined);
