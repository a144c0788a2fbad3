import { describe, expect, it } from 'vitest';
import { RECORD_FACTS } from '../fake-facts.ts';
import { FakeVisit } from '../fake-visit.ts';
import { toVisitRecord } from '../to-record.ts';
import { exceedsRemoteLimit, exceptionsFor, isExplained } from './sick-leave.ts';

const CLOSE = { type: 'close-consultation', report: 'no-doctor', advice: '', notes: '' } as const;
const decided = (pathway: 'remote' | 'in-person'): FakeVisit => {
  const played = new FakeVisit().reachCall();
  played.ask('physician', { type: 'choose-pathway', pathway });
  return played;
};
const ended = (played: FakeVisit) => {
  played.bring({ type: 'handover-written' });
  played.ask('patient', { type: 'finish-visit' });
  return played.visit.ended;
};

describe('a consultation is closed', () => {
  it('with a decision, never without one', () => {
    const played = new FakeVisit().reachCall();
    expect(played.ask('physician', CLOSE)).toBe('DECISION_MISSING');
    expect(played.visit.closing).toBeUndefined();
    played.ask('physician', { type: 'choose-pathway', pathway: 'remote' });
    expect(played.ask('physician', CLOSE)).toBeUndefined();
    expect(ended(played)).toBe('completed');
  });

  it('for care in presence with where the person goes, and ends as that', () => {
    const played = decided('in-person');
    expect(played.ask('physician', CLOSE)).toBe('ORIENTATION_MISSING');
    const orientation = { place: 'other', details: '' } as const;
    expect(played.ask('physician', { ...CLOSE, orientation })).toBe('ORIENTATION_MISSING');
    const there = { place: 'duty-doctor', details: 'ce soir' } as const;
    expect(played.ask('physician', { ...CLOSE, orientation: there })).toBeUndefined();
    const record = toVisitRecord(played.visit, RECORD_FACTS);
    expect(record).toMatchObject({ ok: true, value: { pathway: 'in-person', orientation: there } });
    expect(ended(played)).toBe('in-person');
  });

  it('for remote care without an orientation that was filled in before', () => {
    const played = decided('remote');
    const orientation = { place: 'specialist', details: '' } as const;
    expect(played.ask('physician', { ...CLOSE, orientation })).toBeUndefined();
    expect(played.visit.closing).not.toHaveProperty('orientation');
  });

  it('with a long sick leave once its exceptions are answered, and the record keeps the answer', () => {
    const played = decided('remote');
    const sickLeave = { days: 5, ongoingDays: 0 };
    expect(played.ask('physician', { ...CLOSE, sickLeave })).toBe('SICK_LEAVE_UNEXPLAINED');
    const answered = { ...sickLeave, exception: 'none' } as const;
    const incidentRemark = 'Image perdue deux minutes';
    expect(played.ask('physician', { ...CLOSE, sickLeave: answered, incidentRemark })).toBeUndefined();
    const record = toVisitRecord(played.visit, RECORD_FACTS);
    expect(record).toMatchObject({ ok: true, value: { sickLeave: answered, incidentRemark } });
  });
});

describe('the length of a sick leave', () => {
  it.each([
    [3, 0, false],
    [4, 0, true],
    [1, 2, false],
    [1, 3, true],
  ])('of %i days after %i asks for an exception: %s', (days, ongoingDays, asks) => {
    expect(exceedsRemoteLimit({ days, ongoingDays })).toBe(asks);
    expect(isExplained({ days, ongoingDays })).toBe(!asks);
  });

  it('excuses a person who cannot be seen for an extension only', () => {
    expect(exceptionsFor({ ongoingDays: 0 })).toEqual(['treating-doctor', 'none']);
    expect(isExplained({ days: 5, ongoingDays: 0, exception: 'cannot-be-seen' })).toBe(false);
    expect(isExplained({ days: 2, ongoingDays: 3, exception: 'cannot-be-seen' })).toBe(true);
  });
});
