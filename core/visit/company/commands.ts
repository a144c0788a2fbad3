import * as z from 'zod';
import type { Role } from '../words.ts';
import { guestKindSchema } from './company.ts';

const id = z.string().max(64);

/** What may be asked about who takes part in the call. */
export const COMPANY_COMMANDS = {
  /** The assistant's window takes part, muted. */
  'join-call': z.strictObject({ type: z.literal('join-call') }),
  'leave-call': z.strictObject({ type: z.literal('leave-call') }),
  'invite-guest': z.strictObject({
    type: z.literal('invite-guest'),
    /** Chosen by whoever invites, so that a command sent twice over a reconnect is one invitation. */
    guestId: z.string().regex(/^[A-Za-z0-9-]{8,64}$/),
    kind: guestKindSchema,
    language: z.string().trim().min(1).max(40).optional(),
  }),
  /** The patient lets the guest in, or does not. */
  'accept-guest': z.strictObject({ type: z.literal('accept-guest'), guestId: id }),
  'decline-guest': z.strictObject({ type: z.literal('decline-guest'), guestId: id }),
  /** Takes the invitation back, or asks the guest to go. */
  'end-guest': z.strictObject({ type: z.literal('end-guest'), guestId: id }),
} as const;

export type CompanyCommand = {
  [Type in keyof typeof COMPANY_COMMANDS]: z.infer<(typeof COMPANY_COMMANDS)[Type]>;
}[keyof typeof COMPANY_COMMANDS];

export const COMPANY_COMMAND_ROLES: Record<CompanyCommand['type'], readonly Role[]> = {
  'join-call': ['assistant'],
  'leave-call': ['assistant'],
  'invite-guest': ['assistant', 'physician'],
  'accept-guest': ['patient'],
  'decline-guest': ['patient'],
  'end-guest': ['patient', 'assistant', 'physician'],
};
