import { describe, expect, it } from 'vitest';
import { FACTS, RECORD_FACTS } from '../fake-facts.ts';
import { BENALI, FakeVisit } from '../fake-visit.ts';
import { projectForPhysician } from '../projections/project.ts';
import { toVisitRecord } from '../to-record.ts';

const note = { type: 'note-exclusion', exclusion: 'presence-needed' } as const;
const withdraw = { type: 'withdraw-exclusion', exclusion: 'presence-needed' } as const;
const remote = { type: 'choose-pathway', pathway: 'remote' } as const;

describe('what speaks against remote care', () => {
  it('is raised by the assistant, before a physician too, and by nobody in the chair', () => {
    const played = new FakeVisit().reachMeasures();
    expect(played.ask('patient', note)).toBe('NOT_ALLOWED');
    expect(played.ask('physician', note)).toBe('NOT_NOW');
    expect(played.ask('assistant', note)).toBeUndefined();
    played.claim();
    const noted = { exclusion: 'presence-needed', by: 'assistant', name: 'Awa Diallo', weighed: false };
    expect(projectForPhysician(played.visit, FACTS)?.exclusions).toMatchObject([noted]);
  });

  it('is not raised of somebody who has not said who they are', () => {
    const played = new FakeVisit();
    played.ask('patient', { type: 'start-visit' });
    expect(played.ask('assistant', note)).toBe('NOT_NOW');
  });

  it('is noted once, and taken back by who noted it', () => {
    const played = new FakeVisit().reachCall();
    played.ask('assistant', note);
    expect(played.ask('physician', note)).toBeUndefined();
    expect(played.visit.exclusions).toHaveLength(1);
    expect(played.ask('physician', withdraw)).toBe('NOT_NOW');
    expect(played.ask('assistant', withdraw)).toBeUndefined();
    expect(played.visit.exclusions).toEqual([]);
  });

  it('that comes up after the decision is weighed before closing, and decides nothing', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', remote);
    played.ask('assistant', note);
    expect(played.visit.pathway).toBe('remote');
    const close = { type: 'close-consultation', report: 'no-doctor', advice: '', notes: '' } as const;
    expect(played.ask('physician', close)).toBe('DECISION_MISSING');
    played.ask('physician', remote);
    expect(played.ask('physician', close)).toBeUndefined();
    const record = toVisitRecord(played.visit, RECORD_FACTS);
    expect(record.ok && record.value.exclusions).toEqual([
      { exclusion: 'presence-needed', by: 'assistant', name: 'Awa Diallo', at: expect.any(String) },
    ]);
    expect(played.ask('assistant', withdraw)).toBe('CONSULTATION_CLOSED');
  });

  it('is weighed anew by the next physician', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', note);
    played.ask('physician', remote);
    expect(played.visit.exclusions).toMatchObject([{ by: 'physician', name: BENALI.name, weighed: true }]);
    played.bring({ type: 'lose-claim', cause: 'physician-gone' });
    expect(played.visit.exclusions).toMatchObject([{ weighed: false }]);
  });
});
