import type { Message } from '#core/visit/conversation/conversation.ts';

const written = (author: Message['author'], text: string, minute: number): Message => ({
  messageId: `message-${minute}`,
  author,
  text,
  at: `2026-03-02T09:${minute}:05.120+01:00`,
});

/** A patient who hears badly, for every screen that shows what was written. */
export const MESSAGES: Message[] = [
  written('assistant', 'Je monte le son.', 52),
  written('patient', 'Je ne vous entends pas bien, le son se coupe par moments.', 53),
  written(
    'physician',
    'Je vais vous écrire. Depuis quand toussez-vous, et la toux vous réveille-t-elle la nuit ?',
    54,
  ),
];
