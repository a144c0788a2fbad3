import { describe, expect, it } from 'vitest';
import { type ClosingDraft, closingFrom, EMPTY_CLOSING, sickLeaveOf } from './closing-draft.ts';

const remote = { pathway: 'remote', exclusions: [] } as const;
const draft = (change: Partial<ClosingDraft> = {}): ClosingDraft => ({
  ...EMPTY_CLOSING,
  report: 'no-doctor',
  ...change,
});

describe('what a consultation is closed with', () => {
  it('asks for the decision first, then for the report', () => {
    expect(closingFrom(EMPTY_CLOSING, { exclusions: [] })).toEqual({ ready: false, gap: 'decision' });
    expect(closingFrom(EMPTY_CLOSING, remote)).toEqual({ ready: false, gap: 'report' });
  });

  it('asks for the decision again once something came up', () => {
    const at = '2026-03-02T09:41:05.120+01:00';
    const raised = {
      exclusion: 'presence-needed',
      by: 'assistant',
      name: 'Awa',
      at,
      weighed: false,
    } as const;
    expect(closingFrom(draft(), { ...remote, exclusions: [raised] })).toMatchObject({
      gap: 'decision-again',
    });
  });

  it('asks in presence for where, and in words for another place', () => {
    const known = { pathway: 'in-person', exclusions: [] } as const;
    expect(closingFrom(draft(), known)).toMatchObject({ gap: 'orientation' });
    expect(closingFrom(draft({ place: 'other', details: ' ' }), known)).toMatchObject({ gap: 'orientation' });
    expect(closingFrom(draft({ place: 'specialist' }), known)).toMatchObject({
      ready: true,
      words: { orientation: { place: 'specialist', details: '' } },
    });
  });

  it('leaves out what was filled in before the decision changed', () => {
    const outcome = closingFrom(draft({ place: 'specialist', advice: ' Repos. ' }), remote);
    expect(outcome).toEqual({ ready: true, words: { report: 'no-doctor', advice: 'Repos.' } });
  });

  it('asks about a long sick leave, and takes any of the answers that apply', () => {
    const long = { days: '5', ongoingDays: '' };
    expect(closingFrom(draft({ sickLeave: { days: 'x', ongoingDays: '' } }), remote)).toMatchObject({
      gap: 'sick-leave-days',
    });
    expect(closingFrom(draft({ sickLeave: long }), remote)).toMatchObject({ gap: 'sick-leave-exception' });
    expect(closingFrom(draft({ sickLeave: { ...long, exception: 'none' } }), remote)).toMatchObject({
      words: { sickLeave: { days: 5, ongoingDays: 0, exception: 'none' } },
    });
    expect(sickLeaveOf({ days: '0', ongoingDays: '' })).toBeUndefined();
  });
});
