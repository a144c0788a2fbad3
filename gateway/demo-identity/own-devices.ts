import type { Clock, Milliseconds } from '#core/time.ts';

/** Somebody who is asked on a device of their own. */
interface Question {
  readonly nationalId: string;
  /** The number that stands before the cabin too. */
  readonly number: string;
  readonly answer: (agrees: boolean) => Promise<void>;
}

/** What waits for an answer on the page that stands in for the application on a telephone. */
export interface OwnDevices {
  ask(question: Question): void;
  /** The latest first. */
  questions(): readonly { readonly id: string; readonly nationalId: string; readonly number: string }[];
  /** False when it was answered already, or is too old. */
  answer(id: string, agrees: boolean): Promise<boolean>;
}

const LASTS_MS: Milliseconds = 120_000;

/** Nobody is asked yet. */
export const createOwnDevices = (clock: Clock, newId: () => string): OwnDevices => {
  const waiting = new Map<string, Question & { readonly untilMs: Milliseconds }>();
  const forgetOld = (): void => {
    for (const [id, { untilMs }] of waiting) if (untilMs <= clock.monotonic()) waiting.delete(id);
  };
  return {
    ask: (question) => void waiting.set(newId(), { ...question, untilMs: clock.monotonic() + LASTS_MS }),
    questions: () => {
      forgetOld();
      return [...waiting].map(([id, { nationalId, number }]) => ({ id, nationalId, number })).reverse();
    },
    answer: async (id, agrees) => {
      forgetOld();
      const question = waiting.get(id);
      waiting.delete(id);
      await question?.answer(agrees);
      return question !== undefined;
    },
  };
};
