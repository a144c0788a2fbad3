import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorCode, Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';
import type { Command } from '#core/visit/commands.ts';

export type CommandsState = {
  /** Types of the commands that have no answer yet. */
  readonly sending: readonly Command['type'][];
  readonly refusal: Failure | undefined;
};

/** A second touch of a key that has already done its work: the screen has moved on, there is nothing to tell. */
const UNSAID: readonly ErrorCode[] = ['NOT_NOW', 'NO_VISIT'];

/**
 * Sends commands one of a kind at a time, so that a trembling finger asks once, and keeps a refusal until it is read.
 * `send` resolves to whether the cabin did it.
 */
export const createCommands = (
  ask: (command: Command) => Promise<Result<null, Failure>>,
): {
  readonly store: StoreApi<CommandsState>;
  readonly send: (command: Command) => Promise<boolean>;
  readonly dismissRefusal: () => void;
} => {
  const store = createStore<CommandsState>(() => ({ sending: [], refusal: undefined }));

  const finish = (type: Command['type'], refusal: Failure | undefined) =>
    store.setState(({ sending, refusal: before }) => ({
      sending: sending.filter((each) => each !== type),
      refusal: refusal === undefined || UNSAID.includes(refusal.code) ? before : refusal,
    }));

  const send = async (command: Command): Promise<boolean> => {
    const { type } = command;
    if (store.getState().sending.includes(type)) return false;
    store.setState(({ sending }) => ({ sending: [...sending, type] }));
    try {
      const answer = await ask(command);
      finish(type, answer.ok ? undefined : answer.failure);
      return answer.ok;
    } catch {
      // The main process is restarting: nothing was decided, the person may ask again.
      finish(type, { code: 'INVALID_MESSAGE' });
      return false;
    }
  };

  return { store, send, dismissRefusal: () => store.setState({ refusal: undefined }) };
};
