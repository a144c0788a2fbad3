import { type Clock, toInstant } from '#core/time.ts';

/** The machine's clocks. */
export const systemClock: Clock = {
  now: () => toInstant(new Date()),
  monotonic: () => performance.now(),
  after: (delay, action) => {
    const timer = setTimeout(action, delay);
    return () => clearTimeout(timer);
  },
};
