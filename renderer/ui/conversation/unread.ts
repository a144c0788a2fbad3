import type { Message } from '#core/visit/conversation/conversation.ts';
import type { Role } from '#core/visit/words.ts';

/** Messages of others since this person last read or wrote, oldest first. `readId`: the last message that they say they have read. */
export const unreadOf = (
  messages: readonly Message[],
  own: Role,
  readId: string | undefined,
): readonly Message[] => {
  const seen = messages.findLastIndex(({ author, messageId }) => author === own || messageId === readId);
  return messages.slice(seen + 1);
};
