import type { Clock, Instant } from '#core/time.ts';

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Local date and time to the second, without offset: what a device's own clock shows, e.g. `2026-03-02T09:41:05`. */
export const localDateTime = (date: Date): string =>
  `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` +
  `T${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;

const offsetOf = (date: Date): string => {
  const minutes = -date.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
};

/** The wall clock of this machine with its offset, e.g. `2026-03-02T09:41:05.120+01:00`. */
const instantOf = (date: Date): Instant =>
  `${localDateTime(date)}.${pad(date.getMilliseconds(), 3)}${offsetOf(date)}`;

/** Real time. Its delays do not keep the process alive by themselves once `close` of their owner has cancelled them. */
export const systemClock: Clock = {
  now: () => instantOf(new Date()),
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
