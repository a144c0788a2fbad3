import { describe, expect, it } from 'vitest';
import { FACTS } from '../fake-facts.ts';
import { FakeVisit, reading } from '../fake-visit.ts';
import { projectForAssistant, projectForPatient, projectForPhysician } from '../projections/project.ts';
import { ATTENDANCE_TIMES, isActivity, nextDoubt } from './watch.ts';

const TIME = { nowMs: 0, clockRate: 1 };
const doubt = (
  played: FakeVisit,
  ...steps: readonly ('asked' | 'alerted' | 'away' | 'over')[]
): FakeVisit => {
  for (const to of steps) played.bring({ type: 'doubt-attendance', to });
  return played;
};
const left = (played: FakeVisit): FakeVisit => doubt(played, 'asked', 'alerted', 'away');
const patientScreen = ({ visit }: FakeVisit) => projectForPatient(visit, FACTS, TIME);
/** One value meets the table of alerts. */
const withSign = (): FakeVisit => {
  const played = new FakeVisit().reachMeasures();
  played.ask('assistant', { type: 'start-capture', measure: 'oximetry' });
  played.deliver(reading('oximetry', 88));
  return played;
};

describe('a person who may have left', () => {
  it('is asked, then looked for, and only then is the screen blank; never one step too far', () => {
    const played = new FakeVisit().reachMeasures();
    doubt(played, 'alerted', 'away', 'over');
    expect(played.visit.attendance).toBeUndefined();
    doubt(played, 'asked', 'away', 'over');
    expect(played.visit.attendance?.state).toBe('asked');
    doubt(played, 'alerted', 'over');
    expect(played.visit.attendance?.state).toBe('alerted');
    doubt(played, 'away');
    expect(played.visit).toMatchObject({ attendance: { state: 'away' }, stage: 'measures' });
    expect(played.visit.ended).toBeUndefined();
    doubt(played, 'over');
    expect(played.visit.ended).toBe('abandoned');
  });

  it('answers by a touch, by anything they do, or by a device that reads them', () => {
    for (const answer of [
      (played: FakeVisit) => played.ask('patient', { type: 'give-sign' }),
      (played: FakeVisit) => played.ask('patient', { type: 'choose-language', language: 'ar' }),
      (played: FakeVisit) => played.ask('assistant', { type: 'give-sign' }),
      (played: FakeVisit) => {
        played.ask('assistant', { type: 'start-capture', measure: 'oximetry' });
        return played.deliver(reading('oximetry', 96));
      },
      (played: FakeVisit) => played.ask('physician', { type: 'raise-emergency' }),
    ]) {
      const played = doubt(new FakeVisit().reachWaiting().claim(), 'asked', 'alerted');
      answer(played);
      expect(played.visit.attendance).toBeUndefined();
    }
  });

  it('is not there because the assistant did something else', () => {
    const played = doubt(new FakeVisit().reachMeasures(), 'asked', 'alerted');
    played.ask('assistant', { type: 'note-particulars', particulars: {} });
    expect(played.visit.attendance?.state).toBe('alerted');
  });

  it('is not doubted beside a human, a device that works, in an emergency or a talk alone', () => {
    const inCall = new FakeVisit().reachCall();
    const resting = new FakeVisit().reachMeasures();
    resting.ask('patient', { type: 'start-capture', measure: 'blood-pressure' });
    const inEmergency = new FakeVisit().reachMeasures();
    inEmergency.ask('patient', { type: 'raise-emergency' });
    const calling = new FakeVisit().reachMeasures();
    calling.ask('patient', { type: 'ask-help' });
    const alone = new FakeVisit().reachCall();
    alone.ask('assistant', { type: 'start-private-talk' });
    for (const played of [inCall, resting, inEmergency, calling, alone, new FakeVisit()])
      expect(doubt(played, 'asked').visit.attendance).toBeUndefined();
    inCall.bring({ type: 'note-physician-presence', away: true });
    expect(doubt(inCall, 'asked').visit.attendance?.state).toBe('asked');
  });

  it('finds nothing of the visit on a blank screen, nor can anybody else change it', () => {
    const played = new FakeVisit().reachWaiting();
    played.ask('patient', { type: 'write-message', messageId: 'message-0001', text: 'Bonjour' });
    left(played);
    const shown = JSON.stringify(patientScreen(played));
    for (const secret of ['Madeleine', 'Bonjour', 'cough-fever']) expect(shown).not.toContain(secret);
    const before = played.visit;
    for (const command of [
      { type: 'give-sign' },
      { type: 'resume' },
      { type: 'leave' },
      { type: 'write-message', messageId: 'message-0002', text: 'x' },
    ] as const)
      expect(played.ask('patient', command)).toBe('NOT_NOW');
    expect(played.visit).toBe(before);
    expect(played.ask('patient', { type: 'ask-help' })).toBeUndefined();
    expect(played.visit.attendance?.state).toBe('away');
    expect(played.ask('assistant', { type: 'give-sign' })).toBeUndefined();
    expect(JSON.stringify(patientScreen(played))).toContain('Madeleine');
  });

  it('is told to the assistant, and to the physician once somebody has to look', () => {
    const played = doubt(new FakeVisit().reachWaiting().claim(), 'asked');
    const physician = () => projectForPhysician(played.visit, FACTS)?.attendance;
    expect(projectForAssistant(played.visit, FACTS, TIME)).toMatchObject({
      attendance: { state: 'asked', mustBeReached: false },
    });
    expect(physician()).toBeUndefined();
    doubt(played, 'alerted');
    expect(physician()).toBe('alerted');
    doubt(played, 'away');
    expect(physician()).toBe('away');
  });

  it('with an alarming sign is not let go before somebody has tried to reach them', () => {
    const played = left(withSign());
    expect(played.ask('patient', { type: 'note-departure' })).toBe('NOT_ALLOWED');
    expect(played.ask('assistant', { type: 'note-departure' })).toBe('PATIENT_NOT_CALLED');
    expect(played.visit.ended).toBeUndefined();
    expect(played.ask('assistant', { type: 'note-departure', reach: 'not-reached' })).toBeUndefined();
    expect(played.visit.ended).toBe('abandoned');
    expect(played.events).toContainEqual({ type: 'departure-noted', reach: 'not-reached' });
  });

  it('never takes the record of a closed consultation along', () => {
    const played = new FakeVisit().reachCall();
    played.close();
    left(played);
    expect(doubt(played, 'over').visit.ended).toBeUndefined();
    played.bring({ type: 'handover-written' });
    expect(doubt(played, 'over').visit.ended).toBe('completed');
  });
});

describe('the times of a doubt', () => {
  const { quietMs, alertMs, awayMs, overMs } = ATTENDANCE_TIMES;
  const seen = { signMs: 1_000, doubtMs: 5_000 };

  it('begin with the last sign, sooner where there is something to do', () => {
    expect(nextDoubt(new FakeVisit().visit, seen)).toBeUndefined();
    const next = (played: FakeVisit) => nextDoubt(played.visit, seen);
    expect(next(new FakeVisit().reachMeasures())).toEqual({ to: 'asked', dueMs: 1_000 + quietMs.acting });
    expect(next(new FakeVisit().reachWaiting())).toEqual({ to: 'asked', dueMs: 1_000 + quietMs.waiting });
    const paused = new FakeVisit().reachWaiting();
    paused.ask('patient', { type: 'pause' });
    expect(next(paused)).toEqual({ to: 'asked', dueMs: 1_000 + quietMs.paused });
    expect(next(new FakeVisit().reachCall())).toBeUndefined();
  });

  it('go on with the doubt itself: a blank screen three minutes after the question', () => {
    const played = doubt(new FakeVisit().reachMeasures(), 'asked');
    expect(nextDoubt(played.visit, seen)).toEqual({ to: 'alerted', dueMs: 5_000 + alertMs });
    doubt(played, 'alerted');
    expect(nextDoubt(played.visit, seen)).toEqual({ to: 'away', dueMs: 5_000 + awayMs });
    expect(alertMs + awayMs).toBe(180_000);
    doubt(played, 'away');
    expect(nextDoubt(played.visit, seen)).toEqual({ to: 'over', dueMs: 5_000 + overMs });
  });

  it('count what people do, and of what the cabin does only readings', () => {
    const event = { sequence: 1, at: '', atMs: 0 };
    expect(isActivity({ ...event, by: 'assistant', body: { type: 'resumed' } })).toBe(true);
    expect(isActivity({ ...event, by: 'cabin', body: { type: 'help-escalated', step: 'insisted' } })).toBe(
      false,
    );
  });
});
