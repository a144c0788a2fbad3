import * as z from 'zod';
import type { Role } from '../words.ts';

/** What may be asked about a talk between patient and physician alone. */
export const PRIVACY_COMMANDS = {
  'ask-private-talk': z.strictObject({ type: z.literal('ask-private-talk') }),
  /** It is not wished any more, before the assistant has left. */
  'withdraw-private-talk': z.strictObject({ type: z.literal('withdraw-private-talk') }),
  /** The person cannot be left alone. */
  'decline-private-talk': z.strictObject({ type: z.literal('decline-private-talk') }),
  /** The assistant is out of the room: asked to, or of their own accord. */
  'start-private-talk': z.strictObject({ type: z.literal('start-private-talk') }),
  'ask-return': z.strictObject({ type: z.literal('ask-return') }),
  /** Patient or physician call the assistant back, or let them in. */
  'let-return': z.strictObject({ type: z.literal('let-return') }),
  /** Not yet. */
  'keep-private': z.strictObject({ type: z.literal('keep-private') }),
  /** The patient has read that they are not alone any more. */
  'acknowledge-return': z.strictObject({ type: z.literal('acknowledge-return') }),
} as const;

export type PrivacyCommand = {
  [Type in keyof typeof PRIVACY_COMMANDS]: z.infer<(typeof PRIVACY_COMMANDS)[Type]>;
}[keyof typeof PRIVACY_COMMANDS];

const alone: readonly Role[] = ['patient', 'physician'];

export const PRIVACY_COMMAND_ROLES: Record<PrivacyCommand['type'], readonly Role[]> = {
  'ask-private-talk': alone,
  'withdraw-private-talk': alone,
  'decline-private-talk': ['assistant'],
  'start-private-talk': ['assistant'],
  'ask-return': ['assistant'],
  'let-return': alone,
  'keep-private': alone,
  'acknowledge-return': ['patient'],
};
