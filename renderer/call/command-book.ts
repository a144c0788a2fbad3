import { canonicalJson } from '#core/call/content-hash.ts';
import type { CabinToPhysician, PhysicianCommand } from '#core/contract/consultation.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import type { Result } from '#core/result.ts';

type Outcome = Result<null, Failure>;
type Answer = Extract<CabinToPhysician, { readonly type: 'command-accepted' | 'command-refused' }>;

/** Enough to tell a repetition from a new command over any reconnection. */
const COMMANDS_KEPT = 256;

/**
 * Runs each command once; one that comes again is answered again with the first outcome, another command under the same id is refused
 * (`MESSAGE_REPLAYED`).
 */
export interface CommandBook {
  answer(commandId: string, command: PhysicianCommand): Promise<Answer>;
}

/** An empty book; `run` carries a command to the main process, which decides. */
export const createCommandBook = (run: (command: PhysicianCommand) => Promise<Outcome>): CommandBook => {
  const runs = new Map<string, { readonly text: string; readonly outcome: Promise<Outcome> }>();
  return {
    answer: async (commandId, command) => {
      const text = canonicalJson(command);
      const before = runs.get(commandId);
      if (before !== undefined && before.text !== text)
        return { type: 'command-refused', commandId, failure: failure('MESSAGE_REPLAYED') };
      const outcome = before?.outcome ?? run(command);
      runs.set(commandId, { text, outcome });
      const [oldest] = runs.keys();
      if (runs.size > COMMANDS_KEPT && oldest !== undefined) runs.delete(oldest);
      const result = await outcome;
      return result.ok
        ? { type: 'command-accepted', commandId }
        : { type: 'command-refused', commandId, failure: result.failure };
    },
  };
};
