import { calendarTime } from '../../../kit/calendar.ts';

/** An AbsoluteTime: eight bytes, two decimal digits each: century, year, month, day, hour, minute, second, hundredths. */
export type AbsoluteTime =
  | { readonly type: 'time'; readonly local: string }
  /** A clock that was never set: all zeros, or all ones. */
  | { readonly type: 'unset' }
  /** Bytes that are no digits, or a moment that no calendar has. */
  | { readonly type: 'impossible' };

const ABSOLUTE_TIME_LENGTH = 8;

/** Two decimal digits; NaN for a byte that holds none. */
const digitsOf = (byte: number): number => {
  const [tens, ones] = [byte >> 4, byte & 0x0f];
  return tens > 9 || ones > 9 ? Number.NaN : tens * 10 + ones;
};

/** Decodes an AbsoluteTime (20601, annex A); it is the device's local time, without offset. */
export const decodeAbsoluteTime = (bytes: Uint8Array): AbsoluteTime => {
  if (bytes.length !== ABSOLUTE_TIME_LENGTH) return { type: 'impossible' };
  if (bytes.every((byte) => byte === 0) || bytes.every((byte) => byte === 0xff)) return { type: 'unset' };
  const digits = Array.from(bytes, digitsOf);
  const [century = 0, year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = digits;
  const local = digits.some(Number.isNaN)
    ? undefined
    : calendarTime(century * 100 + year, month, day, hour, minute, second);
  // A year of no century is a byte that was lost.
  return local === undefined || century === 0 ? { type: 'impossible' } : { type: 'time', local };
};

/** The bytes of a local time (`2026-03-02T09:41:05`). */
export const encodeAbsoluteTime = (local: string): Uint8Array => {
  const digits = `${local.replace(/\D/g, '').slice(0, 14)}00`;
  return Uint8Array.from({ length: ABSOLUTE_TIME_LENGTH }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  );
};
