import type { Clock } from '#core/time.ts';

/** Two digits of an absolute number. */
const twoDigits = (value: number): string => String(Math.trunc(Math.abs(value))).padStart(2, '0');

/** Wall-clock time of this machine with its own offset, as ISO 8601. */
const localInstant = (date: Date): string => {
  const offsetMinutes = -date.getTimezoneOffset();
  const shifted = new Date(date.getTime() + offsetMinutes * 60_000).toISOString().slice(0, -1);
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${shifted}${sign}${twoDigits(offsetMinutes / 60)}:${twoDigits(offsetMinutes % 60)}`;
};

/** The real clock, of browsers and Node alike. */
export const systemClock: Clock = {
  now: () => localInstant(new Date()),
  monotonic: () => performance.now(),
  after: (delay, action) => {
    const timer = setTimeout(action, delay);
    return () => clearTimeout(timer);
  },
};
