import { failure } from '../../contract/error-codes.ts';
import { fail, ok } from '../../result.ts';
import type { Decision } from '../decide/context.ts';
import type { Visit } from '../visit.ts';
import type { Role } from '../words.ts';
import type { ConversationCommand } from './commands.ts';

/** More than anybody writes in a visit; beyond it something is wrong, and the words are refused rather than lost unseen. */
const MOST_MESSAGES = 500;

/** Written words are taken from the first step to the goodbye; of the physician only while they hold the visit. */
export const writeMessage = (
  visit: Visit,
  { messageId, text }: ConversationCommand,
  author: Role,
): Decision => {
  const { messages } = visit.conversation;
  if (visit.stage === 'welcome' || (author === 'physician' && visit.claim === undefined))
    return fail(failure('NOT_NOW'));
  if (messages.some((message) => message.messageId === messageId)) return ok([]);
  if (messages.length >= MOST_MESSAGES) return fail(failure('NOT_NOW', 'too many messages'));
  return ok([{ type: 'message-written', messageId, author, text }]);
};
