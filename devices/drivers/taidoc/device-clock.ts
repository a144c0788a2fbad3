import { calendarTime } from '../../kit/calendar.ts';

/**
 * The device's local time in four bytes: a little-endian word of day (5 bits), month (4) and years since 2000 (7), then minute, then
 * hour (glucometer-protocols, "Date and Time"). The bits above minute and hour are other marks (Tidepool's GlucoRx driver masks
 * them). Undefined for a date that does not exist: a clock that was never set.
 */
export const deviceTimeOf = (data: Uint8Array): string | undefined => {
  const [low = 0, high = 0, minuteByte = 0, hourByte = 0] = data;
  const word = low | (high << 8);
  return calendarTime(
    2000 + (word >> 9),
    (word >> 5) & 0x0f,
    word & 0x1f,
    hourByte & 0x1f,
    minuteByte & 0x3f,
  );
};

/** The four bytes of a local time (`YYYY-MM-DDThh:mm:ss`, from 2000 to 2127). */
export const deviceTimeBytes = (time: string): number[] => {
  const [year = 2000, month = 0, day = 0, hour = 0, minute = 0] = time.split(/[-T:]/).map(Number);
  const word = ((year - 2000) << 9) | (month << 5) | day;
  return [word & 0xff, word >> 8, minute, hour];
};
