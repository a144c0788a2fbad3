import * as z from 'zod';

/** Wall-clock instant: ISO 8601 with an offset, e.g. `2026-03-02T09:41:05.120+01:00`. A naive time is refused (FHIR R4 `instant`). */
export const instantSchema = z.iso.datetime({ offset: true });
export type Instant = z.infer<typeof instantSchema>;

const pad = (value: number, length = 2): string => String(Math.trunc(Math.abs(value))).padStart(length, '0');

/** Local date and time to the second, without offset: what a device's own clock shows, e.g. `2026-03-02T09:41:05`. */
export const localDateTime = (date: Date): string =>
  `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}` +
  `T${pad(date.getHours())}:${pad(date.getMinutes())}:${pad(date.getSeconds())}`;

/** `date` in the machine's own time zone with its offset: a record says both the instant and the local hour. */
export const toInstant = (date: Date): Instant => {
  const offsetMinutes = -date.getTimezoneOffset();
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${localDateTime(date)}.${pad(date.getMilliseconds(), 3)}${sign}${pad(offsetMinutes / 60)}:${pad(offsetMinutes % 60)}`;
};

/** A duration or a monotonic reading, in milliseconds. Monotonic readings of two processes are not comparable. */
export type Milliseconds = number;

/** Where time comes from. Durations are measured with `monotonic`, records are stamped with `now`. */
export interface Clock {
  /** Wall-clock time with offset. */
  now(): Instant;
  /** Milliseconds that never go back, unrelated to the wall clock. */
  monotonic(): Milliseconds;
  /** Runs `action` once, `delay` milliseconds of this clock from now; the returned function cancels it. */
  after(delay: Milliseconds, action: () => void): () => void;
}

/**
 * The same clock running `rate` times faster for delays and durations, so that a simulated visit does not last a real half hour.
 * The wall clock is left alone: a record is always stamped with true time.
 */
export const acceleratedClock = (clock: Clock, rate: number): Clock => ({
  now: () => clock.now(),
  monotonic: () => clock.monotonic() * rate,
  after: (delay, action) => clock.after(delay / rate, action),
});
