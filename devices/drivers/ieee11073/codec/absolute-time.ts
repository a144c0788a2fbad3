/** An AbsoluteTime: eight bytes, two decimal digits each: century, year, month, day, hour, minute, second, hundredths. */
export type AbsoluteTime =
  | {
      readonly type: 'time';
      readonly local: string /** It may stand for the beginning of its minute. */;
      readonly isWholeMinute: boolean;
    }
  /** A clock that was never set: all zeros, or all ones. */
  | { readonly type: 'unset' }
  /** Bytes that are no digits, or a moment that no calendar has. */
  | { readonly type: 'impossible' };

const ABSOLUTE_TIME_LENGTH = 8;

const digitsOf = (byte: number): number | undefined => {
  const [tens, ones] = [byte >> 4, byte & 0x0f];
  return tens > 9 || ones > 9 ? undefined : tens * 10 + ones;
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const two = (value: number): string => String(value).padStart(2, '0');

/** Decodes an AbsoluteTime (20601, annex A); it is the device's local time, without offset. */
export const decodeAbsoluteTime = (bytes: Uint8Array): AbsoluteTime => {
  if (bytes.length !== ABSOLUTE_TIME_LENGTH) return { type: 'impossible' };
  if (bytes.every((byte) => byte === 0) || bytes.every((byte) => byte === 0xff)) return { type: 'unset' };
  const digits = Array.from(bytes, digitsOf).filter((value) => value !== undefined);
  if (digits.length !== ABSOLUTE_TIME_LENGTH) return { type: 'impossible' };
  const [century = 0, ofCentury = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, hundredths = 0] =
    digits;
  const year = century * 100 + ofCentury;
  const isDate = year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  if (!isDate || hour > 23 || minute > 59 || second > 59) return { type: 'impossible' };
  const local = `${two(century)}${two(ofCentury)}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}`;
  return { type: 'time', local, isWholeMinute: second === 0 && hundredths === 0 };
};

/** The bytes of a local time (`2026-03-02T09:41:05`). */
export const encodeAbsoluteTime = (local: string): Uint8Array => {
  const digits = `${local.replace(/\D/g, '').slice(0, 14)}00`;
  return Uint8Array.from({ length: ABSOLUTE_TIME_LENGTH }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  );
};
