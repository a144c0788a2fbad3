import { describe, expect, it } from 'vitest';
import { COMMAND_ROLES, type Command } from './commands.ts';
import { FakeVisit, MADELEINE, reading } from './fake-visit.ts';
import { pendingTimer } from './timers.ts';

describe('the journey', () => {
  it('goes from the welcome to the measures and opens the queue with the reason', () => {
    const played = new FakeVisit().reachMeasures();
    expect(played.visit.stage).toBe('measures');
    expect(played.visit.identity).toEqual(MADELEINE);
    expect(played.visit.ticket).toBeDefined();
  });

  it('refuses the commands of another role', () => {
    const played = new FakeVisit();
    played.ask('patient', { type: 'start-visit' });
    expect(played.ask('patient', { type: 'enter-identity', identity: MADELEINE })).toBe('NOT_ALLOWED');
    expect(played.ask('physician', { type: 'start-visit' })).toBe('NOT_ALLOWED');
    expect(COMMAND_ROLES['close-consultation']).toEqual(['physician']);
  });

  it('calls a human at once on a red flag, before any identity', () => {
    const played = new FakeVisit();
    played.ask('patient', { type: 'start-visit' });
    played.ask('patient', { type: 'answer-red-flags', flags: ['chest-pain'] });
    expect(played.visit.emergency).toBeDefined();
    expect(played.visit.stage).toBe('red-flags');
    expect(played.ask('patient', { type: 'answer-red-flags', flags: [] })).toBe('NOT_NOW');
    played.ask('assistant', { type: 'close-emergency', ending: { ending: 'mistake' } });
    expect(played.visit.redFlags).toEqual([]);
    expect(played.ask('patient', { type: 'answer-red-flags', flags: [] })).toBeUndefined();
    expect(played.visit.stage).toBe('capabilities');
  });

  it('does not go on without agreement to the teleconsultation, and lets the patient think again', () => {
    const played = new FakeVisit();
    played.ask('patient', { type: 'start-visit' });
    played.ask('patient', { type: 'answer-red-flags', flags: [] });
    played.ask('patient', { type: 'acknowledge-capabilities' });
    played.ask('assistant', { type: 'enter-identity', identity: MADELEINE });
    const consents = {
      teleconsultation: false,
      'assistant-present': true,
      'report-to-doctor': false,
      'report-to-shared-record': false,
    };
    played.ask('patient', { type: 'give-consents', consents });
    expect(played.visit.stage).toBe('declined');
    expect(played.ask('patient', { type: 'go-back' })).toBeUndefined();
    played.ask('patient', { type: 'give-consents', consents: { ...consents, teleconsultation: true } });
    expect(played.visit.stage).toBe('reason');
  });

  it('refuses a birth date in the future', () => {
    const played = new FakeVisit().reachMeasures();
    const identity = { ...MADELEINE, birthDate: '2031-01-01' };
    expect(played.ask('assistant', { type: 'enter-identity', identity })).toBe('VALUE_IMPLAUSIBLE');
    expect(played.visit.identity).toEqual(MADELEINE);
  });

  it('takes nothing but help, emergency and leaving while paused', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('patient', { type: 'pause' });
    expect(played.ask('patient', { type: 'start-capture', measure: 'oximetry' })).toBe('NOT_NOW');
    expect(played.ask('patient', { type: 'ask-help' })).toBeUndefined();
    expect(played.ask('patient', { type: 'resume' })).toBeUndefined();
    expect(played.visit.stage).toBe('measures');
  });

  it.each([
    ['patient', { type: 'raise-emergency' }],
    ['assistant', { type: 'raise-emergency' }],
    ['physician', { type: 'choose-pathway', pathway: 'emergency' }],
  ] as const)('is stopped by no pause in an emergency: the %s', (by, command) => {
    const played = new FakeVisit().reachCall();
    played.ask('patient', { type: 'pause' });
    expect(played.ask('physician', { type: 'choose-pathway', pathway: 'remote' })).toBe('NOT_NOW');
    expect(played.ask(by, command)).toBeUndefined();
    expect(played.visit).toMatchObject({ stage: 'call', paused: false, emergency: {} });
    for (const role of ['patient', 'assistant'] as const)
      expect(played.ask(role, { type: 'pause' })).toBe('NOT_NOW');
  });

  it('shows that help is coming until the visit goes on', () => {
    const played = new FakeVisit();
    played.ask('patient', { type: 'start-visit' });
    played.ask('patient', { type: 'ask-help' });
    played.ask('patient', { type: 'ask-help' });
    expect(played.events.filter(({ type }) => type === 'help-asked')).toHaveLength(1);
    played.ask('assistant', { type: 'acknowledge-help' });
    expect(played.visit.help?.acknowledgedAt).toBeDefined();
    expect(played.ask('assistant', { type: 'acknowledge-help' })).toBe('NOT_NOW');
    played.ask('patient', { type: 'answer-red-flags', flags: [] });
    expect(played.visit.help).toBeUndefined();
    expect(played.visit.lastHelp?.acknowledgedAt).toBeDefined();
  });

  it('asks for help again when nobody answers, and then tells the physician and the record', () => {
    const played = new FakeVisit().reachCall();
    played.ask('patient', { type: 'ask-help' });
    const passed = (ms: number): string | undefined => {
      played.nowMs = ms;
      played.bring({ type: 'escalate-help' });
      return played.visit.help?.step;
    };
    expect(pendingTimer(played.visit)).toEqual({ dueMs: 30_000, command: { type: 'escalate-help' } });
    expect(passed(29_999)).toBe('asked');
    expect(passed(30_000)).toBe('insisted');
    expect(played.visit.incidents).toEqual([]);
    expect(pendingTimer(played.visit)?.dueMs).toBe(90_000);
    expect(passed(90_000)).toBe('physician-told');
    expect(played.visit.incidents).toMatchObject([{ code: 'HELP_UNANSWERED' }]);
    expect(pendingTimer(played.visit)).toBeUndefined();
  });

  it('leaves help alone once somebody comes', () => {
    const played = new FakeVisit().reachCall();
    played.ask('patient', { type: 'ask-help' });
    played.ask('assistant', { type: 'acknowledge-help' });
    expect(pendingTimer(played.visit)).toBeUndefined();
    played.nowMs = 200_000;
    played.bring({ type: 'escalate-help' });
    expect(played.visit).toMatchObject({ help: { step: 'asked' }, incidents: [] });
  });

  it('does not put an unanswered call at the welcome screen into the record of whoever comes', () => {
    const played = new FakeVisit();
    played.ask('patient', { type: 'ask-help' });
    for (const ms of [30_000, 90_000]) {
      played.nowMs = ms;
      played.bring({ type: 'escalate-help' });
    }
    expect(played.visit).toMatchObject({ help: { step: 'physician-told' }, incidents: [] });
  });

  it('waits for the earlier of a rest and an unanswered call', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('patient', { type: 'start-capture', measure: 'blood-pressure' });
    const rest = pendingTimer(played.visit)?.dueMs ?? 0;
    expect(rest).toBeGreaterThan(30_000);
    played.ask('patient', { type: 'ask-help' });
    expect(pendingTimer(played.visit)).toMatchObject({ dueMs: 30_000 });
    played.ask('assistant', { type: 'acknowledge-help' });
    expect(pendingTimer(played.visit)?.dueMs).toBe(rest);
  });

  it('does not end before the record has left the cabin', () => {
    const played = new FakeVisit().reachCall();
    played.close({ report: 'given-to-patient', advice: 'Repos.' });
    expect(played.visit.stage).toBe('goodbye');
    expect(played.ask('patient', { type: 'finish-visit' })).toBe('HANDOVER_FAILED');
    played.bring({ type: 'handover-failed', code: 'HANDOVER_FAILED' });
    expect(played.ask('patient', { type: 'finish-visit' })).toBe('HANDOVER_FAILED');
    played.ask('assistant', { type: 'retry-handover' });
    played.bring({ type: 'handover-written' });
    expect(played.ask('patient', { type: 'finish-visit' })).toBeUndefined();
    expect(played.visit.ended).toBe('completed');
    expect(played.ask('patient', { type: 'ask-help' })).toBe('NO_VISIT');
  });

  it('erases without a handover when the patient leaves', () => {
    const played = new FakeVisit().reachMeasures();
    const leave: Command = { type: 'leave' };
    expect(played.ask('patient', leave)).toBeUndefined();
    expect(played.visit.ended).toBe('abandoned');
    expect(played.visit.handover.state).toBe('none');
    expect(played.deliver(reading('oximetry', 97))).toBe('NO_VISIT');
  });
});

describe('a minor', () => {
  const child = { ...MADELEINE, birthDate: '2015-06-01' };
  const reason: Command = { type: 'give-reason', reason: { pictures: ['pain'], text: '' } };
  it('waits for no physician before it is known who answers for them', () => {
    const played = new FakeVisit().reachMeasures();
    played.ask('patient', { type: 'change-consent', consent: 'teleconsultation', given: false });
    played.ask('assistant', { type: 'enter-identity', identity: child });
    played.ask('patient', {
      type: 'give-consents',
      consents: { ...played.visit.consents, teleconsultation: true },
    });
    expect(played.ask('patient', reason)).toBe('GUARDIAN_MISSING');
    played.ask('assistant', {
      type: 'note-particulars',
      particulars: { guardian: { name: 'Ana Riou', relation: 'mother', present: true } },
    });
    expect(played.ask('patient', reason)).toBeUndefined();
  });
});
