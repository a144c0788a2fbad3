import type { Clock } from '#core/time.ts';

const pad = (value: number, length = 2): string => String(Math.trunc(Math.abs(value))).padStart(length, '0');

/** `date` in the machine's own time zone with its offset: a record says both the instant and the local hour. */
export const toInstant = (date: Date): string => {
  const offsetMinutes = -date.getTimezoneOffset();
  const day = `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  const time = `${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}.${pad(date.getMilliseconds(), 3)}`;
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${day}T${time}${sign}${pad(offsetMinutes / 60)}:${pad(offsetMinutes % 60)}`;
};

/** The machine's clocks. */
export const systemClock: Clock = {
  now: () => toInstant(new Date()),
  monotonic: () => performance.now(),
  after: (delay, action) => {
    const timer = setTimeout(action, delay);
    return () => clearTimeout(timer);
  },
};
