/** Year, month, day, hour, minute, second. */
export type CalendarTime = readonly [number, number, number, number, number, number];

/** Whether the calendar has this day, and the clock this time. */
export const isCalendarTime = ([year, month, day, hour, minute, second]: CalendarTime): boolean => {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
};
