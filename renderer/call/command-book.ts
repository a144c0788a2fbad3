import type { CabinToPhysician, PhysicianCommand } from '#core/contract/consultation.ts';
import type { Failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';

type Answer = Extract<CabinToPhysician, { readonly type: 'command-accepted' | 'command-refused' }>;

/** Enough to tell a repetition from a new command over any reconnection. */
const COMMANDS_KEPT = 256;

/** Runs each command once; one that comes again is answered again with the first outcome. */
export interface CommandBook {
  answer(commandId: string, command: PhysicianCommand): Promise<Answer>;
}

/** An empty book; `run` carries a command to the main process, which decides. */
export const createCommandBook = (
  run: (command: PhysicianCommand) => Promise<Result<null, Failure>>,
): CommandBook => {
  const outcomes = new Map<string, Promise<Result<null, Failure>>>();
  return {
    answer: async (commandId, command) => {
      const outcome = outcomes.get(commandId) ?? run(command);
      outcomes.set(commandId, outcome);
      const [oldest] = outcomes.keys();
      if (outcomes.size > COMMANDS_KEPT && oldest !== undefined) outcomes.delete(oldest);
      const result = await outcome;
      return result.ok
        ? { type: 'command-accepted', commandId }
        : { type: 'command-refused', commandId, failure: result.failure };
    },
  };
};
