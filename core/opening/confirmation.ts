import * as z from 'zod';
import type { ErrorCode } from '../contract/error-codes.ts';

/**
 * Why somebody who was to confirm on a device of their own has not. `refused`: they said no, or the provider did. `somebody-else`: another person
 * answered. `no-answer`: nobody did in time. The duty's own obstacles follow only once it is known who it is.
 */
const CONFIRMATION_FAILURES = [
  'refused',
  'somebody-else',
  'no-answer',
  'unavailable',
  'not-set-up',
  'too-many',
  'training-expired',
  'premises',
] as const;
export type ConfirmationFailure = (typeof CONFIRMATION_FAILURES)[number];

/**
 * Signing in on a device of one's own (OpenID Connect CIBA, poll mode; Pro Santé Connect's e-CPS): the same number stands on both screens, so
 * that nobody confirms a request that is not theirs.
 */
export const confirmationSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('waiting'),
    personId: z.string(),
    /** Two digits. */
    number: z.string().regex(/^\d{2}$/),
    remainingMs: z.number().nonnegative(),
  }),
  z.strictObject({
    state: z.literal('failed'),
    personId: z.string(),
    why: z.enum(CONFIRMATION_FAILURES),
  }),
]);
export type Confirmation = z.infer<typeof confirmationSchema>;

/** What the gateway's failure means to whoever waits before the cabin. */
export const confirmationFailureOf = (code: ErrorCode): ConfirmationFailure => {
  switch (code) {
    case 'SIGN_IN_EXPIRED':
      return 'no-answer';
    case 'SIGN_IN_MISMATCH':
      return 'somebody-else';
    case 'SIGN_IN_NOT_SET_UP':
      return 'not-set-up';
    case 'SIGN_IN_UNAVAILABLE':
    case 'SIGN_IN_CLOCK':
      return 'unavailable';
    default:
      return 'refused';
  }
};

/** A person is asked again only so often: a telephone that never stops asking is confirmed to be rid of it. */
export const CONFIRMATION_RATE = { burst: 4, perSecond: 1 / 300 } as const;

/** Longest wait for an answer, in seconds; what Pro Santé Connect gives, and the two minutes after which it gives up by itself. */
export const CONFIRMATION_SECONDS = 120;
