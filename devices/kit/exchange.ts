import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** How one question is asked. */
export interface Question<Frame, Answer> {
  /** Sends it; called again for each further attempt. */
  ask(): void;
  /** The answer in a frame, or undefined for a frame that is none. */
  answer(frame: Frame): Answer | undefined;
  /** How long one attempt waits. */
  readonly within: Milliseconds;
  /** How often it is asked in all. */
  readonly attempts: number;
}

/** Asks one thing at a time over a line that answers in frames. */
export interface Exchange<Frame> {
  /** A frame arrived; frames that nobody waits for go to `unasked`. */
  take(frame: Frame): void;
  /** A damaged frame arrived: the present question is asked again at once. */
  damaged(): void;
  /** Failures: DEVICE_SILENT when nothing came, DEVICE_GARBLED when only damage did, CAPTURE_STOPPED when cancelled. */
  ask<Answer>(question: Question<Frame, Answer>): Promise<Result<Answer, Failure>>;
  /** Ends the present question with CAPTURE_STOPPED, and every later one. */
  close(): void;
}

interface Pending<Frame> {
  take(frame: Frame): boolean;
  damaged(): void;
  stop(): void;
}

/** An exchange on which nothing is asked yet. */
export const createExchange = <Frame>(clock: Clock, unasked: (frame: Frame) => void): Exchange<Frame> => {
  let pending: Pending<Frame> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  let closed = false;

  const run = <Answer>(question: Question<Frame, Answer>): Promise<Result<Answer, Failure>> =>
    new Promise((resolve) => {
      if (closed) {
        resolve(fail(failure('CAPTURE_STOPPED')));
        return;
      }
      let attempts = 0;
      let damage = 0;
      let cancel = (): void => undefined;
      const settle = (outcome: Result<Answer, Failure>): void => {
        cancel();
        pending = undefined;
        resolve(outcome);
      };
      const attempt = (): void => {
        cancel();
        if (attempts >= question.attempts) {
          settle(fail(failure(damage > 0 ? 'DEVICE_GARBLED' : 'DEVICE_SILENT')));
          return;
        }
        attempts += 1;
        cancel = clock.after(question.within, attempt);
        question.ask();
      };
      pending = {
        take: (frame) => {
          const answer = question.answer(frame);
          if (answer === undefined) return false;
          settle(ok(answer));
          return true;
        },
        damaged: () => {
          damage += 1;
          attempt();
        },
        stop: () => settle(fail(failure('CAPTURE_STOPPED'))),
      };
      attempt();
    });

  return {
    take: (frame) => {
      if (pending?.take(frame) !== true) unasked(frame);
    },
    damaged: () => pending?.damaged(),
    ask: (question) => {
      const asked = queue.then(() => run(question));
      queue = asked;
      return asked;
    },
    close: () => {
      closed = true;
      pending?.stop();
    },
  };
};
