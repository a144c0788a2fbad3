import type { Milliseconds } from '#core/time.ts';

/** When a value that a device repeats while it stands is believed. Times are of the visit. */
export interface Repetition {
  /** Equal messages in a row that a value needs. */
  readonly agreement: number;
  /** How long they have to go on: a device may also send a value that still moves. */
  readonly standsMs: Milliseconds;
  /** Longest pause between two repetitions; a longer one ends the agreement. */
  readonly pauseMs: Milliseconds;
}

/**
 * `held`: it was already being repeated when the capture began, by whoever stood there before. `waiting`: it has to be said again.
 * `agreed`: it is believed.
 */
export type Standing = 'held' | 'waiting' | 'agreed';

/** Follows the repetitions of a device over its captures. */
export interface RepetitionTracker {
  /** A capture begins; `midMessage` when a message is coming in just then. */
  begin(at: Milliseconds, midMessage: boolean): void;
  /** Takes one whole message; `said` is equal for equal values. */
  take(said: string, at: Milliseconds): Standing;
  /** Equal messages so far. */
  count(): number;
  /** Something else came between: damage, or, when `isEmpty`, word that nothing is measured any more. */
  interrupt(isEmpty: boolean): void;
}

/** A device that is listened to since `at`. */
export const createRepetitionTracker = (
  { agreement, standsMs, pauseMs }: Repetition,
  at: Milliseconds,
): RepetitionTracker => {
  let heard: { said: string | undefined; at: Milliseconds } = { said: undefined, at };
  /** What is refused until a pause; undefined inside is whatever comes next. */
  let held: { said: string | undefined } | undefined;
  let run: { said: string; since: Milliseconds; count: number } | undefined;

  return {
    begin: (now, midMessage) => {
      const goesOn = now - heard.at <= pauseMs;
      held = goesOn || midMessage ? { said: goesOn ? heard.said : undefined } : undefined;
      // The message that is coming in is part of what goes on.
      if (midMessage) heard = { ...heard, at: now };
      run = undefined;
    },
    take: (said, now) => {
      const isAfterPause = now - heard.at > pauseMs;
      heard = { said, at: now };
      if (isAfterPause) {
        held = undefined;
        run = undefined;
      }
      if (held !== undefined && (held.said ?? said) === said) {
        held = { said };
        run = undefined;
        return 'held';
      }
      run = run?.said === said ? { ...run, count: run.count + 1 } : { said, since: now, count: 1 };
      return run.count >= agreement && now - run.since >= standsMs ? 'agreed' : 'waiting';
    },
    count: () => run?.count ?? 0,
    interrupt: (isEmpty) => {
      run = undefined;
      if (isEmpty) held = undefined;
    },
  };
};
