import { expect, test } from 'vitest';
import { trueTimeOf } from './stored.ts';

test.each([
  ['an hour ahead', '10:41:05', '09:41:05', '10:41:30', '09:41:30'],
  ['behind', '07:00:09', '09:41:05', '07:05:00', '09:45:56'],
  // It may show 09:41 for almost a minute: the record is no younger than this.
  ['without seconds', '09:41:00', '09:41:05', '09:41:00', '09:40:05'],
])('a clock %s', (_how, shows, at, record, expected) => {
  const on = (time: string): string => `2026-03-02T${time}`;
  const clockShowed = { deviceTime: on(shows), at: new Date(on(at)) };
  expect(trueTimeOf(on(record), clockShowed)).toEqual(new Date(on(expected)));
});

test('a device that did not say what its clock shows dates nothing', () => {
  expect(trueTimeOf('2026-03-02T09:41:00', undefined)).toBeUndefined();
});
