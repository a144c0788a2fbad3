import { describe, expect, it } from 'vitest';
import { FACTS, RECORD_FACTS } from '../fake-facts.ts';
import { FakeVisit } from '../fake-visit.ts';
import { projectForAssistant, projectForPatient } from '../projections/project.ts';
import { toVisitRecord } from '../to-record.ts';

const TIME = { nowMs: 0, clockRate: 1 };
const AT = '2026-03-02T09:41:05.120+01:00';
const write = (text: string) => ({ type: 'write-message', messageId: `message-${text}`, text }) as const;

const alone = (): FakeVisit => {
  const played = new FakeVisit().reachCall();
  played.ask('physician', { type: 'ask-private-talk' });
  played.ask('assistant', { type: 'start-private-talk' });
  return played;
};
const state = ({ visit }: FakeVisit) => visit.privacy?.state;

describe('a talk of patient and physician alone', () => {
  it('is wished by either, and begins when the assistant says that they are out', () => {
    const played = new FakeVisit().reachCall();
    expect(played.ask('assistant', { type: 'ask-private-talk' })).toBe('NOT_ALLOWED');
    expect(played.ask('patient', { type: 'ask-private-talk' })).toBeUndefined();
    expect(played.visit.privacy).toEqual({ state: 'asked', by: 'patient', at: AT });
    expect(played.ask('assistant', { type: 'start-private-talk' })).toBeUndefined();
    expect(state(played)).toBe('alone');
  });

  it('takes the assistant’s window out of the call, and blinds it', () => {
    const played = new FakeVisit().reachCall();
    played.ask('assistant', { type: 'join-call' });
    played.ask('assistant', { type: 'start-private-talk' });
    expect(played.visit.company.assistant).toBe('beside');
    const view = projectForAssistant(played.visit, FACTS, TIME);
    expect(Object.keys(view).toSorted()).toEqual([
      'access',
      'assistant',
      'epoch',
      'language',
      'simulation',
      'since',
      'site',
    ]);
    expect(JSON.stringify(view)).not.toContain('Riou');
  });

  it('leaves the assistant a call, an emergency and the way back, and nothing else', () => {
    const played = alone();
    for (const type of ['leave', 'pause', 'join-call', 'finish-measures', 'start-private-talk'] as const)
      expect(played.ask('assistant', { type }), type).toBe('PRIVATE_TALK');
    expect(played.ask('assistant', { type: 'ask-return' })).toBeUndefined();
    expect(state(played)).toBe('return-asked');
  });

  it('lets nothing be measured or looked at', () => {
    const played = alone();
    expect(played.ask('patient', { type: 'start-capture', measure: 'oximetry' })).toBe('PRIVATE_TALK');
    expect(
      played.ask('physician', { type: 'request-measure', requestId: 'request-1', measure: 'oximetry' }),
    ).toBe('PRIVATE_TALK');
  });

  it('does not begin while a measure runs or an instrument is asked for', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', { type: 'request-measure', requestId: 'request-1', measure: 'oximetry' });
    played.ask('assistant', { type: 'accept-task', requestId: 'request-1' });
    expect(played.ask('patient', { type: 'ask-private-talk' })).toBe('NOT_NOW');
    expect(played.ask('assistant', { type: 'start-private-talk' })).toBe('NOT_NOW');
  });

  it('ends by a yes of the patient, or of the physician, of which the patient takes note', () => {
    const played = alone();
    played.ask('assistant', { type: 'ask-return' });
    expect(played.ask('patient', { type: 'keep-private' })).toBeUndefined();
    expect(state(played)).toBe('alone');
    played.ask('assistant', { type: 'ask-return' });
    expect(played.ask('physician', { type: 'let-return' })).toBeUndefined();
    expect(played.visit.privacy).toEqual({ state: 'over', ending: 'let-in', at: AT });
    expect(projectForPatient(played.visit, FACTS, TIME)).toMatchObject({ privacy: { ending: 'let-in' } });
    played.ask('patient', { type: 'acknowledge-return' });
    expect(played.visit).not.toHaveProperty('privacy');
  });

  it.each([
    ['an emergency', 'emergency', (played: FakeVisit) => played.ask('patient', { type: 'raise-emergency' })],
    [
      'a call for help that is answered',
      'help',
      (played: FakeVisit) => {
        played.ask('patient', { type: 'ask-help' });
        return played.ask('assistant', { type: 'acknowledge-help' });
      },
    ],
    [
      'a physician who gives the patient back',
      'physician-gone',
      (played: FakeVisit) => played.bring({ type: 'lose-claim', cause: 'released' }),
    ],
  ] as const)('is ended by %s, never unsaid', (_, ending, happens) => {
    const played = alone();
    expect(happens(played)).toBeUndefined();
    expect(played.visit.privacy).toMatchObject({ state: 'over', ending });
    expect(played.visit.privateTalks).toEqual([{ since: AT, until: AT, ending }]);
  });

  it('that the assistant cannot grant is said; one that is withdrawn leaves nothing', () => {
    const played = new FakeVisit().reachCall();
    played.ask('patient', { type: 'ask-private-talk' });
    played.ask('assistant', { type: 'decline-private-talk' });
    expect(played.visit.privacy).toMatchObject({ state: 'over', ending: 'declined' });
    played.ask('patient', { type: 'ask-private-talk' });
    played.ask('physician', { type: 'withdraw-private-talk' });
    expect(played.visit).not.toHaveProperty('privacy');
    expect(played.visit.privateTalks).toEqual([]);
  });

  it('keeps what was written in it from the assistant, later too', () => {
    const played = new FakeVisit().reachCall();
    played.ask('patient', write('before'));
    played.ask('assistant', { type: 'start-private-talk' });
    played.ask('patient', write('alone'));
    played.ask('patient', { type: 'let-return' });
    played.ask('patient', write('after'));
    const texts = (view: object) =>
      'messages' in view ? (view.messages as { text: string }[]).map(({ text }) => text) : [];
    expect(texts(projectForAssistant(played.visit, FACTS, TIME))).toEqual(['before', 'after']);
    expect(texts(projectForPatient(played.visit, FACTS, TIME))).toEqual(['before', 'alone', 'after']);
  });

  it('is in the record, from when to when', () => {
    const played = alone();
    played.close({ advice: 'Repos.', notes: 'Toux' });
    const record = toVisitRecord(played.visit, RECORD_FACTS);
    expect(record.ok && record.value.privateTalks).toEqual([{ since: AT, until: AT, ending: 'closed' }]);
  });
});
