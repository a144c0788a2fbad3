import { describe, expect, it } from 'vitest';
import type { Numbered } from '#core/contract/ipc.ts';
import { createMirror } from './mirror.ts';

/** A main process whose answers and updates the test sends by hand. */
const fakeMain = () => {
  const pending: { resolve: (answer: Numbered<string>) => void; reject: (reason: unknown) => void }[] = [];
  const listeners = new Set<(update: Numbered<string>) => void>();
  const timers: (() => void)[] = [];
  const mirror = createMirror<string>({
    snapshot: () => new Promise((resolve, reject) => pending.push({ resolve, reject })),
    onUpdate: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    after: (_delay, action) => {
      timers.push(action);
      return () => timers.splice(timers.indexOf(action), 1);
    },
  });
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    mirror,
    asked: () => pending.length,
    answer: async (sequence: number, projection: string) => {
      pending.at(-1)?.resolve({ sequence, projection });
      await settle();
    },
    refuse: async () => {
      pending.at(-1)?.reject(new Error('gone'));
      await settle();
    },
    update: (sequence: number, projection: string) => {
      for (const listener of listeners) listener({ sequence, projection });
    },
    listening: () => listeners.size,
    timers,
  };
};

describe('createMirror', () => {
  it('shows the snapshot, then each update that counts one up', async () => {
    const main = fakeMain();
    expect(main.mirror.store.getState()).toEqual({ status: 'connecting' });
    await main.answer(4, 'four');
    main.update(5, 'five');
    expect(main.mirror.store.getState()).toEqual({ status: 'live', sequence: 5, projection: 'five' });
    expect(main.asked()).toBe(1);
  });

  it('asks for the whole again after a gap, and keeps the last known meanwhile', async () => {
    const main = fakeMain();
    await main.answer(4, 'four');
    main.update(7, 'seven');
    expect(main.mirror.store.getState()).toMatchObject({ sequence: 4, projection: 'four' });
    expect(main.asked()).toBe(2);
    await main.answer(8, 'eight');
    expect(main.mirror.store.getState()).toEqual({ status: 'live', sequence: 8, projection: 'eight' });
  });

  it('drops an update that is not newer', async () => {
    const main = fakeMain();
    await main.answer(4, 'four');
    main.update(4, 'old');
    main.update(2, 'older');
    expect(main.mirror.store.getState()).toMatchObject({ sequence: 4, projection: 'four' });
    expect(main.asked()).toBe(1);
  });

  it('keeps what it knows, marked as lost, while the main process does not answer, and asks again', async () => {
    const main = fakeMain();
    await main.answer(4, 'four');
    main.update(9, 'nine');
    await main.refuse();
    expect(main.mirror.store.getState()).toEqual({ status: 'lost', sequence: 4, projection: 'four' });
    main.timers[0]?.();
    // A main process that restarted counts from the beginning: its answer holds all the same.
    await main.answer(1, 'one');
    expect(main.mirror.store.getState()).toEqual({ status: 'live', sequence: 1, projection: 'one' });
  });

  it('stops listening and asking once closed', async () => {
    const main = fakeMain();
    main.mirror.close();
    await main.answer(1, 'one');
    expect(main.mirror.store.getState()).toEqual({ status: 'connecting' });
    expect(main.listening()).toBe(0);
  });
});
