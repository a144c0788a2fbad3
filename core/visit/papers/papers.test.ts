import { describe, expect, it } from 'vitest';
import { FakeVisit } from '../fake-visit.ts';
import { papersForAssistant, papersForPatient } from './paper-views.ts';
import { PAPER_LIMITS, type PaperHead, papersStep } from './papers.ts';

const paper = (paperId: string, change: Partial<PaperHead> = {}): PaperHead => ({
  paperId,
  kind: 'prescription',
  name: 'Riou Madeleine ordonnance.pdf',
  pages: 1,
  byteLength: 900,
  sha256: 'b'.repeat(64),
  ...change,
});
const send = (played: FakeVisit, ...ids: readonly string[]): FakeVisit => {
  for (const paperId of ids) {
    played.ask('physician', { type: 'send-paper', paper: paper(paperId) });
    played.bring({ type: 'note-paper-arrived', paperId });
  }
  return played;
};
const stateOf = ({ visit }: FakeVisit, paperId: string) =>
  visit.papers.list.find((one) => one.paperId === paperId)?.state;
const PAPER = 'paper-0001';

describe('a paper on its way', () => {
  it('is taken in the call only, each once, and no more than a visit prints', () => {
    const played = new FakeVisit().reachWaiting().claim();
    expect(played.ask('physician', { type: 'send-paper', paper: paper(PAPER) })).toBe('NOT_NOW');
    played.ask('patient', { type: 'acknowledge-physician' });
    send(played, PAPER, PAPER);
    expect(played.visit.papers.list).toHaveLength(1);
    for (let index = 1; index < PAPER_LIMITS.papers; index += 1) send(played, `paper-1${index}`);
    expect(played.ask('physician', { type: 'send-paper', paper: paper('paper-over') })).toBe(
      'PAPER_TOO_MANY',
    );
  });

  it('is waited for before closing', () => {
    const played = new FakeVisit().reachCall();
    played.ask('physician', { type: 'send-paper', paper: paper(PAPER) });
    expect(played.close()).toBe('PAPER_ON_THE_WAY');
    played.bring({ type: 'refuse-paper', paperId: PAPER, code: 'PAPER_UNREADABLE' });
    expect(played.close()).toBeUndefined();
    expect(stateOf(played, PAPER)).toEqual({ state: 'refused', code: 'PAPER_UNREADABLE' });
    expect(papersStep(played.visit.papers)).toBe('over');
  });

  it('goes with its physician, and with the consent', () => {
    const gone = send(new FakeVisit().reachCall(), PAPER);
    gone.bring({ type: 'lose-claim', cause: 'physician-gone' });
    expect(stateOf(gone, PAPER)).toEqual({ state: 'dropped' });
    const withdrawn = send(new FakeVisit().reachCall(), PAPER);
    withdrawn.ask('patient', { type: 'change-consent', consent: 'teleconsultation', given: false });
    expect(stateOf(withdrawn, PAPER)).toEqual({ state: 'dropped' });
  });
});

describe('papers of a closed consultation', () => {
  it('come out once the patient has said to be there, and end in their hands', () => {
    const played = send(new FakeVisit().reachCall(), PAPER, 'paper-0002');
    expect(played.ask('patient', { type: 'confirm-presence' })).toBe('NOT_NOW');
    played.close();
    played.bring({ type: 'handover-written' });
    expect(papersForPatient(played.visit.papers)).toMatchObject({ step: 'presence' });
    expect(played.ask('patient', { type: 'finish-visit' })).toBe('PAPERS_WAITING');
    expect(played.ask('patient', { type: 'leave' })).toBe('PAPERS_WAITING');
    played.ask('patient', { type: 'confirm-presence' });
    expect(stateOf(played, PAPER)).toEqual({ state: 'printing' });
    expect(played.ask('physician', { type: 'take-back-paper', paperId: PAPER })).toBe('NOT_NOW');
    played.bring({ type: 'note-paper-printed', paperId: PAPER });
    expect(played.ask('patient', { type: 'take-papers' })).toBe('NOT_NOW');
    played.bring({ type: 'note-paper-printed', paperId: 'paper-0002' });
    expect(played.visit.handover.state).toBe('written');
    played.ask('patient', { type: 'take-papers' });
    // The record leaves once more, with what became of them.
    expect(played.visit.handover.state).toBe('writing');
    played.bring({ type: 'handover-written' });
    played.ask('patient', { type: 'finish-visit' });
    expect(played.visit.ended).toBe('completed');
  });

  it('that fail are an incident, and the assistant tries again or says what becomes of them', () => {
    const played = send(new FakeVisit().reachCall(), PAPER);
    played.close();
    played.ask('assistant', { type: 'confirm-presence' });
    expect(played.visit.papers.presence).toMatchObject({ by: 'assistant', name: 'Awa Diallo' });
    played.bring({ type: 'note-paper-failed', paperId: PAPER, code: 'PRINTER_PAPER_OUT' });
    expect(played.visit.incidents).toMatchObject([{ code: 'PRINTER_PAPER_OUT' }]);
    expect(played.ask('patient', { type: 'take-papers' })).toBe('NOT_NOW');
    played.ask('assistant', { type: 'retry-paper', paperId: PAPER });
    played.bring({ type: 'note-paper-failed', paperId: PAPER, code: 'PRINTER_OFFLINE' });
    played.ask('assistant', { type: 'settle-paper', paperId: PAPER, outcome: 'sent-otherwise' });
    expect(stateOf(played, PAPER)).toMatchObject({ outcome: 'sent-otherwise', by: 'Awa Diallo' });
    played.bring({ type: 'handover-written' });
    played.ask('assistant', { type: 'finish-visit' });
    expect(played.visit.ended).toBe('completed');
  });

  it('are printed once more once, for a reason, and lie in the tray again', () => {
    const played = send(new FakeVisit().reachCall(), PAPER);
    played.close();
    played.ask('patient', { type: 'confirm-presence' });
    played.bring({ type: 'note-paper-printed', paperId: PAPER });
    played.ask('patient', { type: 'take-papers' });
    const again = { type: 'reprint-paper', paperId: PAPER, reason: 'unreadable' } as const;
    expect(played.ask('assistant', again)).toBeUndefined();
    played.bring({ type: 'note-paper-printed', paperId: PAPER });
    expect(papersStep(played.visit.papers)).toBe('take');
    expect(played.ask('assistant', again)).toBe('NOT_NOW');
    expect(played.ask('patient', { type: 'remove-papers' })).toBe('NOT_ALLOWED');
    played.ask('assistant', { type: 'remove-papers' });
    expect(played.visit.papers.tray).toMatchObject({ outcome: 'removed', name: 'Awa Diallo' });
  });

  it('can be taken back until they are printed, and nothing is asked then', () => {
    const played = send(new FakeVisit().reachCall(), PAPER);
    played.close();
    played.ask('physician', { type: 'take-back-paper', paperId: PAPER });
    expect(papersForPatient(played.visit.papers)).toBeUndefined();
    played.bring({ type: 'handover-written' });
    played.ask('patient', { type: 'finish-visit' });
    expect(played.visit.ended).toBe('completed');
  });

  it('bear no name of a file but at the physician’s', () => {
    const played = send(new FakeVisit().reachCall(), PAPER);
    const told = JSON.stringify([
      papersForPatient(played.visit.papers),
      papersForAssistant(played.visit.papers),
    ]);
    expect(told).not.toContain('Riou');
  });
});
