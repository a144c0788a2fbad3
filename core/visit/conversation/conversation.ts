import * as z from 'zod';
import { type Instant, instantSchema } from '../../time.ts';
import { type Role, roleSchema } from '../words.ts';

/** One written message of the visit, as all who may read it see it. */
export const messageSchema = z.strictObject({
  messageId: z.string(),
  author: roleSchema,
  text: z.string(),
  at: instantSchema,
});
export type Message = z.infer<typeof messageSchema>;

/** A message, and whether it was written while the assistant was out of the room: those they never read. */
type KeptMessage = Message & { readonly inPrivate?: true };

/** What was written in this visit, oldest first. It goes with the visit: the record holds none of it. */
export interface Conversation {
  readonly messages: readonly KeptMessage[];
  /** How many of them were written before the present physician came: those stay between patient and assistant. */
  readonly beforeClaim: number;
}

export const NO_CONVERSATION: Conversation = { messages: [], beforeClaim: 0 };

/** Longest message, in characters: what a caption on the patient's screen can hold. */
export const LONGEST_TEXT = 300;
/** A screen is sent this many of the last messages: the whole list travels with each new one, over thin lines too. */
export const MESSAGES_SHOWN = 40;

/** What a role may read, oldest first. */
export const messagesFor = (role: Role, { messages, beforeClaim }: Conversation): readonly Message[] =>
  (role === 'physician' ? messages.slice(beforeClaim) : messages)
    .filter(({ inPrivate }) => role !== 'assistant' || inPrivate !== true)
    .slice(-MESSAGES_SHOWN)
    .map(({ inPrivate: _inPrivate, ...message }) => message);

export const withMessage = (
  conversation: Conversation,
  { messageId, author, text }: Omit<Message, 'at'>,
  at: Instant,
  inPrivate: boolean,
): Conversation => ({
  ...conversation,
  messages: [...conversation.messages, { messageId, author, text, at, ...(inPrivate && { inPrivate }) }],
});

/** A physician comes: what was written so far was not for them. */
export const claimedNow = (conversation: Conversation): Conversation => ({
  ...conversation,
  beforeClaim: conversation.messages.length,
});
