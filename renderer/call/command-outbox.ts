import type { PhysicianCommand, PhysicianToCabin } from '#core/contract/consultation.ts';
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, type Result } from '#core/result.ts';

type Outcome = Result<null, Failure>;

/** The physician's commands on their way: each is sent again over every new channel, under the same id, until it is answered. */
export interface CommandOutbox {
  command(command: PhysicianCommand): Promise<Outcome>;
  /** A new channel is open. */
  resend(): void;
  settle(commandId: string, outcome: Outcome): void;
  /** How many are unanswered. */
  pending(): number;
  /** The call is over: what is unanswered has failed, and whether it was carried out is unknown. */
  close(): void;
}

/** `send` may fail, when there is no channel; `changed` is called when the number of unanswered ones changes. */
export const createCommandOutbox = (
  newId: () => string,
  send: (message: PhysicianToCabin) => void,
  changed: () => void,
): CommandOutbox => {
  const unanswered = new Map<string, { command: PhysicianCommand; resolve: (outcome: Outcome) => void }>();
  const settle = (commandId: string, outcome: Outcome): void => {
    const waiting = unanswered.get(commandId);
    if (!waiting) return;
    unanswered.delete(commandId);
    changed();
    waiting.resolve(outcome);
  };
  return {
    command: (command) =>
      new Promise((resolve) => {
        const commandId = newId();
        unanswered.set(commandId, { command, resolve });
        changed();
        send({ type: 'command', commandId, command });
      }),
    resend: () => {
      for (const [commandId, { command }] of unanswered) send({ type: 'command', commandId, command });
    },
    settle,
    pending: () => unanswered.size,
    close: () => {
      for (const commandId of [...unanswered.keys()]) settle(commandId, fail(failure('CALL_LOST')));
    },
  };
};
