import { describe, expect, it } from 'vitest';
import type { Message } from '#core/visit/conversation/conversation.ts';
import { unreadOf } from './unread.ts';

const message = (messageId: string, author: Message['author']): Message => ({
  messageId,
  author,
  text: messageId,
  at: '2026-03-02T09:41:05.120+01:00',
});
const ALL = [
  message('a', 'physician'),
  message('b', 'patient'),
  message('c', 'assistant'),
  message('d', 'physician'),
];
const unread = (own: Message['author'], readId?: string) =>
  unreadOf(ALL, own, readId).map(({ messageId }) => messageId);

describe('what has not been read', () => {
  it('is what others wrote since one wrote oneself, or said that it was read', () => {
    expect(unread('patient')).toEqual(['c', 'd']);
    expect(unread('patient', 'c')).toEqual(['d']);
    expect(unread('patient', 'd')).toEqual([]);
    expect(unread('physician')).toEqual([]);
    expect(unread('assistant', 'a')).toEqual(['d']);
  });
});
