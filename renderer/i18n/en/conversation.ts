import type { conversation as french } from '../fr/conversation.ts';
import type { Wording } from '../wording.ts';

export const conversation: Wording<typeof french> = {
  label: 'Written messages',
  open: 'Write',
  close: 'Close',
  send: 'Send',
  sending: 'Sending…',
  placeholder: 'Your message',
  empty: 'What you write is read by everyone in the visit. Nothing is kept afterwards.',
  alone: 'Read by everyone in the visit. Nothing is kept afterwards.',
  you: 'You',
  wrote: '{{name}} writes:',
  read: 'Read',
  unseen_one: '{{count}} new',
  unseen_other: '{{count}} new',
  replies: {
    yes: 'Yes',
    no: 'No',
    'not-heard': 'I cannot hear you',
    again: 'Can you repeat?',
    slower: 'More slowly',
    wait: 'One moment',
  },
};
