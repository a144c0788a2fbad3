import { describe, expect, it } from 'vitest';
import type { Failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Command } from '#core/visit/commands.ts';
import { createCommands } from './commands.ts';

const start: Command = { type: 'start-visit' };

const setUp = () => {
  const asked: { command: Command; answer: (result: Result<null, Failure>) => void; break: () => void }[] =
    [];
  const commands = createCommands(
    (command) =>
      new Promise((resolve, reject) =>
        asked.push({ command, answer: resolve, break: () => reject(new Error('gone')) }),
      ),
  );
  return { asked, ...commands };
};

describe('createCommands', () => {
  it('asks once while the answer is on its way, however often the key is touched', async () => {
    const { asked, send, store } = setUp();
    const first = send(start);
    expect(await send(start)).toBe(false);
    expect(asked).toHaveLength(1);
    expect(store.getState().sending).toEqual(['start-visit']);
    asked[0]?.answer(ok(null));
    expect(await first).toBe(true);
    expect(store.getState()).toEqual({ sending: [], refusal: undefined });
  });

  it('keeps a refusal until it is read', async () => {
    const { asked, send, store, dismissRefusal } = setUp();
    const sent = send(start);
    asked[0]?.answer(fail({ code: 'NOT_ALLOWED' }));
    expect(await sent).toBe(false);
    expect(store.getState().refusal).toEqual({ code: 'NOT_ALLOWED' });
    dismissRefusal();
    expect(store.getState().refusal).toBeUndefined();
  });

  it('says nothing when the screen has already moved on', async () => {
    const { asked, send, store } = setUp();
    const sent = send(start);
    asked[0]?.answer(fail({ code: 'NOT_NOW' }));
    await sent;
    expect(store.getState().refusal).toBeUndefined();
  });

  it('lets the person ask again when the main process went away', async () => {
    const { asked, send, store } = setUp();
    const sent = send(start);
    asked[0]?.break();
    expect(await sent).toBe(false);
    expect(store.getState().sending).toEqual([]);
  });
});
