import type { Clock } from '#core/time.ts';

/** A clock that a test moves by hand; nothing happens between two calls of `advance`. */
export interface FakeClock extends Clock {
  /** Moves time on, running every action that falls due in order, and lets promises settle between two of them. */
  advance(milliseconds: number): Promise<void>;
}

/** Enough turns of the microtask queue for a chain of awaited promises to settle. */
const SETTLING_TURNS = 20;

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < SETTLING_TURNS; turn += 1) await Promise.resolve();
};

/** A fake clock that starts at `wall`, a wall-clock time in milliseconds since 1970. */
export const createFakeClock = (wall = Date.parse('2026-03-02T09:00:00Z')): FakeClock => {
  let elapsed = 0;
  let order = 0;
  const due = new Map<number, { at: number; action: () => void }>();

  const next = (until: number): [number, { at: number; action: () => void }] | undefined =>
    [...due]
      .filter(([, { at }]) => at <= until)
      .sort(([a, first], [b, second]) => first.at - second.at || a - b)
      .at(0);

  return {
    now: () => new Date(wall + elapsed).toISOString().replace('Z', '+00:00'),
    monotonic: () => elapsed,
    after: (delay, action) => {
      order += 1;
      const key = order;
      due.set(key, { at: elapsed + Math.max(0, delay), action });
      return () => due.delete(key);
    },
    advance: async (milliseconds) => {
      const until = elapsed + milliseconds;
      await settle();
      for (let entry = next(until); entry !== undefined; entry = next(until)) {
        const [key, { at, action }] = entry;
        due.delete(key);
        elapsed = Math.max(elapsed, at);
        action();
        await settle();
      }
      elapsed = until;
      await settle();
    },
  };
};
