import { expect, test } from 'vitest';
import { calendarTime } from './calendar.ts';

test.each([
  [2024, 2, 29, 23, 59, 59, '2024-02-29T23:59:59'],
  [2023, 2, 29, 0, 0, 0, undefined],
  [2023, 4, 31, 0, 0, 0, undefined],
  [2023, 13, 1, 0, 0, 0, undefined],
  [2023, 0, 1, 0, 0, 0, undefined],
  [2023, 1, 0, 0, 0, 0, undefined],
  [2023, 1, 1, 24, 0, 0, undefined],
  [2023, 1, 1, 12, 60, 0, undefined],
  [2023, 1, 1, 12, 0, 60, undefined],
])('%i-%i-%i %i:%i:%i is %s', (year, month, day, hour, minute, second, expected) => {
  expect(calendarTime(year, month, day, hour, minute, second)).toBe(expected);
});
