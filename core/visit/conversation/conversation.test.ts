import { describe, expect, it } from 'vitest';
import { FakeVisit } from '../fake-visit.ts';
import { MESSAGES_SHOWN, messagesFor } from './conversation.ts';

const write = (text: string, messageId = `message-${text}`) =>
  ({ type: 'write-message', messageId, text }) as const;
const texts = (visit: FakeVisit, role: 'patient' | 'assistant' | 'physician') =>
  messagesFor(role, visit.visit.conversation).map((message) => message.text);

describe('written words', () => {
  it('are for all three once a physician is there, and before that for patient and assistant', () => {
    const visit = new FakeVisit();
    visit.reachWaiting();
    expect(visit.ask('physician', write('bonjour'))).toBe('NOT_NOW');
    expect(visit.ask('assistant', write('tout va bien ?'))).toBeUndefined();
    visit.claim();
    expect(visit.ask('patient', write('je n’entends pas'))).toBeUndefined();
    expect(visit.ask('physician', write('je vous écris'))).toBeUndefined();
    expect(texts(visit, 'physician')).toEqual(['je n’entends pas', 'je vous écris']);
    expect(texts(visit, 'patient')).toEqual(['tout va bien ?', 'je n’entends pas', 'je vous écris']);
    expect(visit.visit.conversation.messages.map(({ author }) => author)).toEqual([
      'assistant',
      'patient',
      'physician',
    ]);
  });

  it('are not shown to the physician who takes over from another', () => {
    const visit = new FakeVisit();
    visit.reachWaiting();
    visit.claim();
    visit.ask('patient', write('pour le premier'));
    visit.bring({ type: 'lose-claim', cause: 'physician-gone' });
    visit.claim('dr-lefevre');
    expect(texts(visit, 'physician')).toEqual([]);
  });

  it('are taken once, however often they are sent', () => {
    const visit = new FakeVisit();
    visit.reachWaiting();
    visit.ask('patient', write('une fois'));
    expect(visit.ask('patient', write('une fois'))).toBeUndefined();
    expect(texts(visit, 'patient')).toEqual(['une fois']);
  });

  it('are not taken on the welcome screen, and still are in a pause', () => {
    const visit = new FakeVisit();
    expect(visit.ask('patient', write('personne'))).toBe('NOT_NOW');
    visit.reachWaiting();
    visit.ask('patient', { type: 'pause' });
    expect(visit.ask('patient', write('une minute'))).toBeUndefined();
  });

  it('reach a screen as the last ones only', () => {
    const visit = new FakeVisit();
    visit.reachWaiting();
    for (let count = 0; count < MESSAGES_SHOWN + 5; count += 1) visit.ask('patient', write(`n${count}`));
    expect(texts(visit, 'assistant')).toHaveLength(MESSAGES_SHOWN);
    expect(texts(visit, 'assistant').at(-1)).toBe(`n${MESSAGES_SHOWN + 4}`);
  });
});
