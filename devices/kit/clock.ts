import { type Clock, toInstant } from '#core/time.ts';

/** Real time. Its delays do not keep the process alive by themselves once `close` of their owner has cancelled them. */
export const systemClock: Clock = {
  now: () => toInstant(new Date()),
  monotonic: () => performance.now(),
  after: (delay, action) => {
    const timer = setTimeout(action, delay);
    return () => clearTimeout(timer);
  },
};

/** Runs `action` every `period` milliseconds of the clock until the returned function is called. */
export const every = (clock: Clock, period: number, action: () => void): (() => void) => {
  let cancel = (): void => undefined;
  const arm = (): void => {
    cancel = clock.after(period, () => {
      arm();
      action();
    });
  };
  arm();
  return () => cancel();
};
