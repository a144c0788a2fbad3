const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** Days of a month; day 0 of the next month is its last. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * The device's local time in four bytes: a little-endian word of day (5 bits), month (4) and years since 2000 (7), then minute, then
 * hour (glucometer-protocols, "Date and Time"). The bits above minute and hour are other marks (Tidepool's GlucoRx driver masks
 * them). Undefined for a date that does not exist: a clock that was never set.
 */
export const deviceTimeOf = (data: Uint8Array): string | undefined => {
  const [low = 0, high = 0, minuteByte = 0, hourByte = 0] = data;
  const word = low | (high << 8);
  const day = word & 0x1f;
  const month = (word >> 5) & 0x0f;
  const year = 2000 + (word >> 9);
  const minute = minuteByte & 0x3f;
  const hour = hourByte & 0x1f;
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  if (minute > 59 || hour > 23) return undefined;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minute)}:00`;
};

/** The four bytes of a local time (`YYYY-MM-DDThh:mm:ss`, from 2000 to 2127). */
export const deviceTimeBytes = (time: string): number[] => {
  const [year = 2000, month = 0, day = 0, hour = 0, minute = 0] = time.split(/[-T:]/).map(Number);
  const word = ((year - 2000) << 9) | (month << 5) | day;
  return [word & 0xff, word >> 8, minute, hour];
};
