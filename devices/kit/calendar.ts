const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** `YYYY-MM-DDThh:mm:ss` of the numbers that a device sent for its local time; undefined when the calendar has no such time. */
export const calendarTime = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second = 0,
): string | undefined => {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${pad(hour, 2)}:${pad(minute, 2)}:${pad(second, 2)}`;
  const instant = new Date(`${text}Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text) ? text : undefined;
};
