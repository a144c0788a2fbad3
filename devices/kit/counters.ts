import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** Errors are counted over the last hour: what was mended yesterday says nothing today. */
const WINDOW_MS: Milliseconds = 3_600_000;
/** A line that errs all the time is counted up to here. */
const ERRORS_KEPT = 1_000;

/** How much a device has said, and what went wrong, for the technician. */
export interface DeviceCounts {
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly readings: number;
  /** Since the last byte from the device; undefined when none has come yet. */
  readonly lastByteAgoMs: Milliseconds | undefined;
  /** Errors of the last hour, by code. */
  readonly errors: Readonly<Partial<Record<ErrorCode, number>>>;
}

export interface Counters {
  traffic(direction: 'from-device' | 'to-device', bytes: number): void;
  reading(): void;
  error(code: ErrorCode): void;
  counts(): DeviceCounts;
}

/** Counters at zero. */
export const createCounters = (clock: Clock): Counters => {
  let bytesIn = 0;
  let bytesOut = 0;
  let readings = 0;
  let lastByteAt: Milliseconds | undefined;
  let errors: { readonly code: ErrorCode; readonly at: Milliseconds }[] = [];

  const recent = (): typeof errors => {
    const since = clock.monotonic() - WINDOW_MS;
    errors = errors.filter(({ at }) => at >= since).slice(-ERRORS_KEPT);
    return errors;
  };

  return {
    traffic: (direction, bytes) => {
      if (direction === 'to-device') bytesOut += bytes;
      else {
        bytesIn += bytes;
        lastByteAt = clock.monotonic();
      }
    },
    reading: () => {
      readings += 1;
    },
    error: (code) => {
      errors.push({ code, at: clock.monotonic() });
      if (errors.length > 2 * ERRORS_KEPT) recent();
    },
    counts: () => {
      const byCode: Partial<Record<ErrorCode, number>> = {};
      for (const { code } of recent()) byCode[code] = (byCode[code] ?? 0) + 1;
      return {
        bytesIn,
        bytesOut,
        readings,
        lastByteAgoMs: lastByteAt === undefined ? undefined : clock.monotonic() - lastByteAt,
        errors: byCode,
      };
    },
  };
};
