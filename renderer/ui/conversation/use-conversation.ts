import { useCallback, useState } from 'react';
import type { Message } from '#core/visit/conversation/conversation.ts';
import type { Role } from '#core/visit/words.ts';
import { unreadOf } from './unread.ts';

/** Sends one message; resolves to whether it was taken. */
export type SendMessage = (text: string) => Promise<boolean>;

/** One person's side of the written conversation. */
export interface ConversationSide {
  /** Messages of others that this person has not read yet, oldest first. */
  readonly unread: readonly Message[];
  readonly markRead: () => void;
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  /** A message is on its way. */
  readonly sending: boolean;
  /** Sends the draft, which stays until it was taken; or these words, and the draft stays. */
  readonly send: (words?: string) => void;
}

/** See `ConversationSide`; nothing typed is lost by a refusal. */
export const useConversation = (
  messages: readonly Message[],
  own: Role,
  sendMessage: SendMessage,
): ConversationSide => {
  const [readId, setReadId] = useState<string>();
  const [draft, setText] = useState('');
  const [sending, setSending] = useState(false);
  const newest = messages.at(-1)?.messageId;
  const markRead = useCallback(() => setReadId(newest), [newest]);

  const send = async (words?: string): Promise<void> => {
    const text = (words ?? draft).trim();
    if (text === '' || sending) return;
    setSending(true);
    const taken = await sendMessage(text);
    setSending(false);
    if (taken && words === undefined) setText('');
  };

  return {
    unread: unreadOf(messages, own, readId),
    markRead,
    draft,
    setDraft: setText,
    sending,
    send: (words) => void send(words),
  };
};
