import { describe, expect, it } from 'vitest';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { createNotesKeeper, type NotesState } from './notes.ts';

/** A clock that moves when told, and a cabin that answers when told. */
const bench = () => {
  let now = 0;
  let timers: { at: number; action: () => void }[] = [];
  const saves: { text: string; answer: (outcome: Result<null, Failure>) => void }[] = [];
  const states: NotesState[] = [];
  const keeper = createNotesKeeper({
    clock: {
      after: (delay, action) => {
        const timer = { at: now + delay, action };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    save: (text) => new Promise((answer) => saves.push({ text, answer })),
    onChange: (state) => states.push(state),
  });
  const advance = (ms: number) => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { action } of due) action();
  };
  const answer = async (outcome: Result<null, Failure>) => {
    saves.at(-1)?.answer(outcome);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { keeper, saves, states, advance, answer };
};

describe('notes of the consultation', () => {
  it('are sent once after a pause in typing', () => {
    const { keeper, saves, advance } = bench();
    keeper.edit('Toux');
    advance(500);
    keeper.edit('Toux sèche');
    advance(799);
    expect(saves).toEqual([]);
    advance(1);
    expect(saves.map(({ text }) => text)).toEqual(['Toux sèche']);
  });

  it('are called saved only when the cabin has acknowledged this very text', async () => {
    const { keeper, advance, answer, saves } = bench();
    keeper.edit('Toux');
    advance(800);
    keeper.edit('Toux sèche');
    await answer(ok(null));
    expect(keeper.state().status).toEqual({ status: 'unsaved' });
    advance(0);
    expect(saves.at(-1)?.text).toBe('Toux sèche');
    await answer(ok(null));
    expect(keeper.state()).toEqual({ text: 'Toux sèche', status: { status: 'saved' } });
  });

  it('say why they are not saved, and try again', async () => {
    const { keeper, advance, answer, saves } = bench();
    keeper.edit('Toux');
    advance(800);
    await answer(fail(failure('CALL_LOST')));
    expect(keeper.state().status).toEqual({ status: 'failed', code: 'CALL_LOST' });
    advance(3_000);
    expect(saves).toHaveLength(2);
  });

  it('come back from the cabin after a reload, and never over what is being typed', () => {
    const { keeper } = bench();
    keeper.adopt('Toux depuis 3 jours');
    expect(keeper.state().text).toBe('Toux depuis 3 jours');
    keeper.edit('Toux depuis 4 jours');
    keeper.adopt('Toux depuis 3 jours');
    expect(keeper.state().text).toBe('Toux depuis 4 jours');
  });

  it('are forgotten with the visit, even when an answer arrives late', async () => {
    const { keeper, advance, answer, states } = bench();
    keeper.edit('Toux');
    advance(800);
    keeper.dispose();
    const before = states.length;
    await answer(ok(null));
    expect(keeper.state().text).toBe('');
    expect(states).toHaveLength(before);
  });
});
