import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';
import type { Message } from '../codec/messages.ts';

/** Questions that wait for their answers, by the number that ties them together. */
export interface Pending {
  /** A number that no waiting question has; the promise settles with its answer. */
  open(): { readonly invokeId: number; readonly answer: Promise<Result<Message, Failure>> };
  /** An answer came; false when nobody waits for it. */
  settle(invokeId: number, message: Message): boolean;
  /** No answer will come any more. */
  abandon(): void;
}

/** No question waits. `late` is called when one was not answered within `within`. */
export const createPending = (clock: Clock, within: Milliseconds, late: () => void): Pending => {
  const waiting = new Map<
    number,
    { resolve: (result: Result<Message, Failure>) => void; cancel: () => void }
  >();
  let next = 0;

  const end = (invokeId: number, result: Result<Message, Failure>): boolean => {
    const question = waiting.get(invokeId);
    if (question === undefined) return false;
    waiting.delete(invokeId);
    question.cancel();
    question.resolve(result);
    return true;
  };

  return {
    open: () => {
      const invokeId = next;
      next = (next + 1) % 0x1_0000;
      const answer = new Promise<Result<Message, Failure>>((resolve) => {
        const cancel = clock.after(within, () => {
          end(invokeId, fail(failure('DEVICE_SILENT', 'no answer')));
          late();
        });
        waiting.set(invokeId, { resolve, cancel });
      });
      return { invokeId, answer };
    },
    settle: (invokeId, message) =>
      end(
        invokeId,
        message.type === 'error' || message.type === 'reject'
          ? fail(failure('DEVICE_REFUSED', message.type))
          : ok(message),
      ),
    abandon: () => {
      for (const invokeId of [...waiting.keys()])
        end(invokeId, fail(failure('DEVICE_SILENT', 'the association is over')));
    },
  };
};
