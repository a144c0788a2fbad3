import { describe, expect, it } from 'vitest';
import { FakeVisit } from '../fake-visit.ts';

const CLOSE = { type: 'close-consultation', report: 'no-doctor', advice: '', notes: '' } as const;

describe('an emergency', () => {
  it('keeps who raised it, who was called by whom, and how it ended', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', { type: 'choose-pathway', pathway: 'emergency' });
    played.ask('assistant', { type: 'acknowledge-emergency' });
    played.ask('assistant', { type: 'note-emergency-call', service: '15' });
    played.ask('physician', { type: 'note-emergency-call', service: 'local-line' });
    played.ask('assistant', { type: 'close-emergency', ending: { ending: 'handed-over', to: 'SMUR' } });
    expect(played.visit.emergency).toBeUndefined();
    expect(played.visit.emergencies).toMatchObject([
      {
        raisedBy: 'physician',
        calls: [
          { service: '15', by: 'assistant' },
          { service: 'local-line', by: 'physician' },
        ],
        closedBy: 'assistant',
        ending: { ending: 'handed-over', to: 'SMUR' },
      },
    ]);
  });

  it('is not left by the physician before they say who has taken the patient over', () => {
    const played = new FakeVisit().reachCall();
    played.ask('patient', { type: 'raise-emergency' });
    expect(played.close(CLOSE)).toBe('HANDED_OVER_MISSING');
    expect(played.visit).toMatchObject({ stage: 'call', emergency: {} });
    expect(played.close({ ...CLOSE, handedOverTo: 'SAMU 72' })).toBeUndefined();
    expect(played.visit).toMatchObject({
      stage: 'goodbye',
      emergencies: [{ closedBy: 'physician', ending: { ending: 'handed-over', to: 'SAMU 72' } }],
    });
    expect(played.visit.emergency).toBeUndefined();
  });

  it('notes no call, and has no end, where there is none', () => {
    const played = new FakeVisit().reachCall();
    expect(played.ask('assistant', { type: 'note-emergency-call', service: '112' })).toBe('NOT_NOW');
    expect(played.ask('assistant', { type: 'close-emergency', ending: { ending: 'mistake' } })).toBe(
      'NOT_NOW',
    );
    expect(played.ask('patient', { type: 'note-emergency-call', service: '112' })).toBe('NOT_ALLOWED');
  });

  it('of somebody at the welcome screen is not put into the visit of whoever comes next', () => {
    const played = new FakeVisit();
    played.ask('patient', { type: 'raise-emergency' });
    played.ask('assistant', { type: 'close-emergency', ending: { ending: 'false-alarm' } });
    expect(played.visit.emergencies).toHaveLength(1);
    played.ask('patient', { type: 'start-visit' });
    expect(played.visit.emergencies).toEqual([]);
  });
});
