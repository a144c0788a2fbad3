import * as z from 'zod';
import type { Role } from '../words.ts';
import { LONGEST_TEXT } from './conversation.ts';

/** Written words, for whom hearing or the sound fails. */
export const CONVERSATION_COMMANDS = {
  'write-message': z.strictObject({
    type: z.literal('write-message'),
    /** Chosen by the writer's page, so that a message sent twice over a reconnect is one message. */
    messageId: z.string().min(8).max(64),
    text: z.string().trim().min(1).max(LONGEST_TEXT),
  }),
} as const;

export type ConversationCommand = z.infer<(typeof CONVERSATION_COMMANDS)['write-message']>;

export const CONVERSATION_COMMAND_ROLES: Record<ConversationCommand['type'], readonly Role[]> = {
  'write-message': ['patient', 'assistant', 'physician'],
};
