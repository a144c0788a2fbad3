import { describe, expect, it } from 'vitest';
import { CONSENTS, type Consent } from '../../identity/consents.ts';
import { FakeVisit } from '../fake-visit.ts';

const withdraw = (played: FakeVisit, consent: Consent) =>
  played.ask('patient', { type: 'change-consent', consent, given: false });

describe('an agreement', () => {
  it('to the teleconsultation that is withdrawn ends it: no physician, no queue, no measure', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', { type: 'request-measure', requestId: 'request-1', measure: 'oximetry' });
    played.ask('assistant', { type: 'accept-task', requestId: 'request-1' });
    expect(withdraw(played, 'teleconsultation')).toBeUndefined();
    expect(played.visit).toMatchObject({ stage: 'declined', consents: { teleconsultation: false } });
    for (const gone of ['claim', 'ticket', 'capture']) expect(played.visit).not.toHaveProperty(gone);
    expect(played.visit.interruptions.at(-1)?.interruption.cause).toBe('consent-withdrawn');
    played.ask('patient', { type: 'finish-visit' });
    expect(played.visit.ended).toBe('consent-withdrawn');
  });

  it('to the teleconsultation is not withdrawn under an emergency: its physician stays', () => {
    const played = new FakeVisit().reachCall();
    played.ask('patient', { type: 'raise-emergency' });
    expect(withdraw(played, 'teleconsultation')).toBe('NOT_NOW');
    expect(played.visit).toMatchObject({ stage: 'call', claim: {}, consents: { teleconsultation: true } });
  });

  it('can be given again, and the patient waits anew', () => {
    const played = new FakeVisit().reachWaiting();
    withdraw(played, 'teleconsultation');
    played.ask('patient', {
      type: 'give-consents',
      consents: { ...played.visit.consents, teleconsultation: true },
    });
    played.ask('patient', { type: 'give-reason', reason: { pictures: ['pain'], text: '' } });
    expect(played.visit).toMatchObject({ stage: 'measures', ticket: {} });
  });

  it('to the assistant’s presence that is withdrawn asks the assistant out', () => {
    const played = new FakeVisit().reachCall();
    withdraw(played, 'assistant-present');
    expect(played.visit).toMatchObject({ stage: 'call', privacy: { state: 'asked', by: 'patient' } });
  });

  it('to the assistant’s presence that was never given begins the call with that', () => {
    const played = new FakeVisit().reachWaiting();
    withdraw(played, 'assistant-present');
    played.claim();
    played.ask('patient', { type: 'acknowledge-physician' });
    expect(played.visit.privacy).toMatchObject({ state: 'asked', by: 'patient' });
  });

  it('to a report that is not given lets none be sent', () => {
    const played = new FakeVisit().reachCall();
    const closed = (report: 'sent-to-doctor' | 'given-to-patient') => played.close({ report });
    expect(closed('sent-to-doctor')).toBe('CONSENT_REFUSED');
    expect(closed('given-to-patient')).toBeUndefined();
    expect(CONSENTS.map((consent) => withdraw(played, consent))).toEqual(CONSENTS.map(() => 'NOT_NOW'));
  });
});

describe('a visit that is left', () => {
  const left = (played: FakeVisit) => {
    played.ask('patient', { type: 'leave' });
    return played.visit.ended;
  };
  it('is abandoned before a consultation, interrupted after it had begun', () => {
    expect(left(new FakeVisit().reachWaiting())).toBe('abandoned');
    expect(left(new FakeVisit().reachCall())).toBe('interrupted');
  });
  it('is an emergency when help was called, whatever else', () => {
    const played = new FakeVisit().reachCall();
    played.ask('patient', { type: 'raise-emergency' });
    played.ask('assistant', { type: 'close-emergency', ending: { ending: 'handed-over', to: 'SAMU' } });
    expect(left(played)).toBe('emergency');
    const alarm = new FakeVisit().reachMeasures();
    alarm.ask('patient', { type: 'raise-emergency' });
    expect(left(alarm)).toBe('emergency');
  });
});
