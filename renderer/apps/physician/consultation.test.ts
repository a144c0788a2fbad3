import { describe, expect, it } from 'vitest';
import type { PhysicianCommand } from '#core/contract/consultation.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { physicianVisit } from '#renderer/preview/sample-visit.ts';
import { createConsultation, NO_CONSULTATION } from './consultation.ts';

const bench = () => {
  const commands: PhysicianCommand[] = [];
  const answers: ((outcome: Result<null, Failure>) => void)[] = [];
  let ids = 0;
  const consultation = createConsultation({
    command: (command) => {
      commands.push(command);
      return new Promise((resolve) => answers.push(resolve));
    },
    clock: { after: () => () => undefined },
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
  return { consultation, commands, answer };
};

describe('a consultation', () => {
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

  it('saves the notes before it closes', () => {
    const { consultation, commands } = bench();
    consultation.follow(physicianVisit());
    consultation.editNotes('Repos, eau, rappeler si fièvre');
    void consultation.close('given-to-patient', 'Buvez souvent.');
    expect(commands.map(({ type }) => type)).toEqual(['save-notes', 'close-consultation']);
  });
});
