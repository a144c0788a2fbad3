import { describe, expect, it, vi } from 'vitest';
import type { PhysicianCommand } from '#core/contract/consultation.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createBulk } from '#renderer/call/bulk/bulk.ts';
import { sha256 } from '#renderer/call/bulk/sha256.ts';
import { physicianVisit } from '#renderer/preview/sample-visit.ts';
import { createConsultation, NO_CONSULTATION } from './consultation.ts';

let pauses: (() => void)[] = [];
/** Everything that waits for a time is due. */
const pauseInTyping = () => {
  const due = pauses;
  pauses = [];
  for (const action of due) action();
};

const bench = () => {
  pauses = [];
  const commands: PhysicianCommand[] = [];
  const answers: ((outcome: Result<null, Failure>) => void)[] = [];
  let ids = 0;
  const bulk = createBulk({ send: () => true, sha256 });
  const consultation = createConsultation({
    command: (command) => {
      commands.push(command);
      return new Promise((resolve) => answers.push(resolve));
    },
    clock: {
      after: (_delay, action) => {
        pauses.push(action);
        return () => {
          pauses = pauses.filter((other) => other !== action);
        };
      },
    },
    bulk,
    newId: () => {
      ids += 1;
      return `request-${ids}`;
    },
  });
  const answer = async (index: number, outcome: Result<null, Failure>) => {
    answers[index]?.(outcome);
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  };
  return { consultation, commands, answer, bulk };
};

describe('a consultation', () => {
  it('announces a paper first, and sends its bytes once the cabin has agreed', async () => {
    const { consultation, commands, answer, bulk } = bench();
    consultation.follow(physicianVisit({ stage: 'call' }));
    const head = { name: 'a.pdf', pages: 1, byteLength: 3, sha256: 'b'.repeat(64) };
    const bytes = new Uint8Array([1, 2, 3]);
    consultation.sendPaper('letter', { ...head, bytes });
    consultation.sendPaper('letter', { ...head, bytes });
    expect(commands[0]).toEqual({
      type: 'send-paper',
      paper: { paperId: 'request-1', kind: 'letter', ...head },
    });
    await answer(0, fail(failure('PAPER_TOO_MANY')));
    await answer(1, ok(null));
    await vi.waitFor(() =>
      expect([...consultation.store.getState().sendingPapers.keys()]).toEqual(['request-2']),
    );
    consultation.takeBackPaper('request-2');
    expect(bulk.store.getState().sent).toEqual([]);
    expect(commands.at(-1)).toEqual({ type: 'take-back-paper', paperId: 'request-2' });
  });

  it('forgets everything when the visit is over', async () => {
    const { consultation, answer } = bench();
    consultation.follow(physicianVisit({ notes: 'Toux depuis 3 jours' }));
    consultation.editNotes('Toux depuis 3 jours, fièvre');
    consultation.request('oximetry');
    expect(consultation.store.getState()).not.toEqual(NO_CONSULTATION);
    consultation.follow(undefined);
    expect(consultation.store.getState()).toEqual(NO_CONSULTATION);
    await answer(0, fail(failure('CALL_LOST')));
    expect(consultation.store.getState()).toEqual(NO_CONSULTATION);
  });

  it('does not carry notes over to the next person', () => {
    const { consultation } = bench();
    consultation.follow(physicianVisit({ notes: 'Toux' }));
    consultation.editNotes('Toux et fièvre');
    consultation.follow(undefined);
    consultation.follow(physicianVisit({ epoch: 5, notes: '' }));
    expect(consultation.store.getState().notes.text).toBe('');
  });

  it('asks once, however often the key is pressed', async () => {
    const { consultation, commands, answer } = bench();
    consultation.follow(physicianVisit());
    consultation.request('oximetry');
    consultation.request('oximetry');
    expect(commands).toEqual([{ type: 'request-measure', requestId: 'request-1', measure: 'oximetry' }]);
    await answer(0, ok(null));
    consultation.request('oximetry');
    expect(commands).toHaveLength(2);
  });

  it('keeps a refusal until it is read', async () => {
    const { consultation, answer } = bench();
    consultation.follow(physicianVisit());
    consultation.request('body-weight');
    await answer(0, fail(failure('NOT_NOW')));
    expect(consultation.store.getState().refusal).toEqual({ code: 'NOT_NOW' });
    consultation.dismissRefusal();
    expect(consultation.store.getState().refusal).toBeUndefined();
  });

  it('closes with the notes as they stand, even while an older save is on its way', async () => {
    const { consultation, commands, answer } = bench();
    consultation.follow(physicianVisit({ notes: '' }));
    consultation.editNotes('Toux');
    pauseInTyping();
    consultation.editNotes('Toux, fièvre');
    void consultation.close({ report: 'given-to-patient', advice: 'Buvez souvent.' });
    const notes = 'Toux, fièvre';
    expect(commands).toEqual([
      { type: 'save-notes', text: 'Toux' },
      { type: 'close-consultation', report: 'given-to-patient', advice: 'Buvez souvent.', notes },
    ]);
    consultation.editNotes('Toux, fièvre, trop tard');
    expect(consultation.store.getState().notes.text).toBe(notes);
    await answer(0, ok(null));
    await answer(1, ok(null));
    pauseInTyping();
    expect(commands).toHaveLength(2);
    expect(consultation.store.getState()).toMatchObject({ closing: false, notes: { text: notes } });
  });

  it('takes no more notes once it is closed, also after a reload', () => {
    const { consultation, commands } = bench();
    consultation.follow(physicianVisit({ stage: 'goodbye', notes: 'Toux' }));
    consultation.editNotes('Toux, après coup');
    pauseInTyping();
    expect(commands).toEqual([]);
    expect(consultation.store.getState().notes).toEqual({ text: 'Toux', status: { status: 'saved' } });
  });

  it('takes notes again when the cabin refused to close', async () => {
    const { consultation, commands, answer } = bench();
    consultation.follow(physicianVisit({ notes: '' }));
    consultation.editNotes('Toux');
    void consultation.close({ report: 'no-doctor', advice: '' });
    await answer(0, fail(failure('NOT_NOW')));
    consultation.editNotes('Toux sèche');
    pauseInTyping();
    expect(commands.at(-1)).toEqual({ type: 'save-notes', text: 'Toux sèche' });
  });
});
