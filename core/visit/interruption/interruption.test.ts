import { describe, expect, it } from 'vitest';
import { FACTS, RECORD_FACTS } from '../fake-facts.ts';
import { BENALI, FakeVisit, reading } from '../fake-visit.ts';
import { projectForAssistant, projectForPatient, projectForPhysician } from '../projections/project.ts';
import { toVisitRecord } from '../to-record.ts';

const MOREAU = { ...BENALI, name: 'Dr Inès Moreau', rpps: '10009876543' };
const TIME = { nowMs: 0, clockRate: 1 };

/** The physician has been away for as long as most need to come back. */
const missed = (): FakeVisit => {
  const played = new FakeVisit().reachCall();
  played.ask('physician', { type: 'save-notes', text: 'Toux' });
  played.bring({ type: 'note-physician-presence', away: true });
  played.bring({ type: 'ask-about-absence' });
  return played;
};

const onPatientScreen = ({ visit }: FakeVisit) => {
  const view = projectForPatient(visit, FACTS, TIME);
  if (view.access === 'closed') throw new Error('closed');
  return view;
};
const onAssistantScreen = ({ visit }: FakeVisit) => {
  const view = projectForAssistant(visit, FACTS, TIME);
  if (view.access !== 'open') throw new Error(view.access);
  return view;
};

describe('a physician who does not come back', () => {
  it('is not given up before patient and assistant were asked, nor by anybody else', () => {
    const played = new FakeVisit().reachCall();
    const queue = { type: 'answer-absence', answer: 'queue' } as const;
    played.bring({ type: 'ask-about-absence' });
    expect(played.ask('assistant', queue)).toBe('NOT_NOW');
    played.bring({ type: 'note-physician-presence', away: true });
    expect(played.ask('assistant', queue)).toBe('NOT_NOW');
    played.bring({ type: 'ask-about-absence' });
    expect(played.ask('physician', queue)).toBe('NOT_ALLOWED');
    expect(played.ask('patient', queue)).toBeUndefined();
    expect(played.visit).toMatchObject({ stage: 'waiting', notes: '' });
    expect(played.visit).not.toHaveProperty('claim');
  });

  it('is asked about on both screens, and what was chosen can be chosen anew', () => {
    const played = missed();
    const shown = () => [onPatientScreen(played).absence?.answer, onAssistantScreen(played).absence?.answer];
    expect(shown()).toEqual(['asked', 'asked']);
    played.ask('patient', { type: 'answer-absence', answer: 'wait' });
    expect(shown()).toEqual(['wait', 'wait']);
    played.ask('assistant', { type: 'answer-absence', answer: 'telephone' });
    played.ask('patient', { type: 'answer-absence', answer: 'telephone' });
    expect(shown()).toEqual(['telephone', 'telephone']);
    expect(played.visit.incidents.map(({ code }) => code)).toEqual(['CALL_LOST', 'CALL_TELEPHONED']);
    played.bring({ type: 'note-physician-presence', away: false });
    expect(shown()).toEqual([undefined, undefined]);
    expect(played.ask('assistant', { type: 'answer-absence', answer: 'queue' })).toBe('NOT_NOW');
  });

  it('leaves everything to the next, who is told with whom it was and since when', () => {
    const played = missed();
    played.bring({ type: 'note-incident', code: 'DEVICE_UNPLUGGED' });
    const before = played.visit;
    played.ask('assistant', { type: 'answer-absence', answer: 'queue' });
    const interruption = { physician: BENALI, cause: 'physician-gone', since: before.claim?.absence?.since };
    expect(onPatientScreen(played).interruption).toEqual(interruption);
    expect(onAssistantScreen(played).interruption).toEqual(interruption);
    played.bring({ type: 'grant-claim', physicianId: 'moreau', card: MOREAU });
    expect(played.visit.stage).toBe('physician-card');
    expect(projectForPatient(played.visit, FACTS, TIME)).not.toHaveProperty('interruption');
    expect(projectForPhysician(played.visit, FACTS)).toMatchObject({
      interruptions: [interruption],
      earlier: [expect.objectContaining({ physician: BENALI, notes: 'Toux' })],
    });
    const { ticket, identity, consents, reason, readings, requests, incidents } = before;
    expect(played.visit).toMatchObject({ ticket, identity, consents, reason, readings, requests, incidents });
  });

  it('stands in the record, also when they wrote nothing', () => {
    const played = new FakeVisit().reachCall();
    played.bring({ type: 'lose-claim', cause: 'released' });
    played.bring({ type: 'grant-claim', physicianId: 'moreau', card: MOREAU });
    played.ask('patient', { type: 'acknowledge-physician' });
    played.close();
    const record = toVisitRecord(played.visit, RECORD_FACTS);
    expect(record).toMatchObject({
      ok: true,
      value: { physician: MOREAU, interruptions: [{ physician: BENALI, cause: 'released' }] },
    });
  });

  it('interrupts nothing that had not begun, or was closed', () => {
    const waiting = new FakeVisit().reachWaiting().claim();
    waiting.bring({ type: 'lose-claim', cause: 'physician-gone' });
    const closed = new FakeVisit().reachCall();
    closed.close();
    closed.bring({ type: 'lose-claim', cause: 'released' });
    for (const { visit } of [waiting, closed]) expect(visit.interruptions).toEqual([]);
  });

  it('takes an examination along, and leaves a measure to go on', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', {
      type: 'request-exam',
      requestId: 'exam-0001',
      target: { instrument: 'stethoscope', point: 'aortic' },
    });
    played.ask('assistant', { type: 'accept-exam', requestId: 'exam-0001' });
    played.ask('assistant', { type: 'start-capture', measure: 'oximetry' });
    played.bring({ type: 'note-physician-presence', away: true });
    played.bring({ type: 'ask-about-absence' });
    played.ask('patient', { type: 'answer-absence', answer: 'queue' });
    expect(played.visit.examination.requests.at(-1)?.status.status).not.toBe('accepted');
    expect(played.deliver(reading('oximetry', 96))).toBeUndefined();
    expect(played.visit.readings).toHaveLength(1);
  });
});

describe('a line that bears no picture', () => {
  const weak = (): FakeVisit => {
    const played = new FakeVisit().reachCall();
    played.bring({ type: 'ask-about-line' });
    return played;
  };
  const shown = (played: FakeVisit) => [
    onPatientScreen(played).weakLine?.answer,
    onAssistantScreen(played).weakLine?.answer,
    projectForPhysician(played.visit, FACTS)?.weakLine?.answer,
  ];
  const all = (answer: string | undefined) => [answer, answer, answer];
  const codes = ({ visit }: FakeVisit) => visit.incidents.map(({ code }) => code);

  it('is asked about of the physician alone, and all three see it', () => {
    const played = weak();
    expect(shown(played)).toEqual(all('asked'));
    for (const by of ['patient', 'assistant'] as const)
      expect(played.ask(by, { type: 'answer-line', answer: 'postpone' })).toBe('NOT_ALLOWED');
    played.bring({ type: 'note-line-recovered' });
    expect(shown(played)).toEqual(all(undefined));
    expect(played.ask('physician', { type: 'answer-line', answer: 'go-on' })).toBe('NOT_NOW');
    expect(codes(played)).toEqual([]);
  });

  it('keeps each choice as an incident, once', () => {
    const played = weak();
    for (const answer of ['go-on', 'go-on', 'telephone', 'telephone'] as const)
      expect(played.ask('physician', { type: 'answer-line', answer })).toBeUndefined();
    expect(shown(played)).toEqual(all('telephone'));
    played.bring({ type: 'ask-about-line' });
    expect(shown(played)).toEqual(all('telephone'));
    expect(codes(played)).toEqual(['LINE_CONTINUED', 'CALL_TELEPHONED']);
  });

  it('sends the patient back to the queue with the cause when it is put off', () => {
    const played = weak();
    played.ask('physician', { type: 'save-notes', text: 'Toux' });
    expect(played.ask('physician', { type: 'answer-line', answer: 'postpone' })).toBeUndefined();
    expect(played.visit).toMatchObject({
      stage: 'waiting',
      interruptions: [{ physicianId: 'benali', interruption: { cause: 'line' } }],
      earlier: [{ part: { physician: BENALI, notes: 'Toux' } }],
    });
    expect(codes(played)).toEqual(['LINE_POSTPONED']);
    expect(projectForPatient(played.visit, FACTS, TIME)).toMatchObject({ interruption: { cause: 'line' } });
    expect(projectForAssistant(played.visit, FACTS, TIME)).not.toHaveProperty('weakLine');
  });

  it('gives nobody back in an emergency', () => {
    const played = weak();
    played.ask('patient', { type: 'raise-emergency' });
    expect(played.ask('physician', { type: 'answer-line', answer: 'postpone' })).toBe('NOT_NOW');
    expect(played.ask('physician', { type: 'answer-line', answer: 'telephone' })).toBeUndefined();
  });

  it('asks nobody who is away, nor before the call or after its end', () => {
    const away = new FakeVisit().reachCall();
    away.bring({ type: 'note-physician-presence', away: true });
    const early = new FakeVisit().reachWaiting().claim();
    const closed = new FakeVisit().reachCall();
    closed.close();
    for (const played of [away, early, closed]) {
      played.bring({ type: 'ask-about-line' });
      expect(played.visit).not.toHaveProperty('weakLine');
    }
  });
});
