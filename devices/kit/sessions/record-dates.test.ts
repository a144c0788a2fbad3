import { expect, test } from 'vitest';
import { isOfEarlierVisit, recordsOfVisit } from './record-dates.ts';
import type { StoredRecord } from './record-session.ts';

const record = (deviceTime?: string): StoredRecord => ({
  reading: {
    kind: 'blood-glucose',
    status: 'invalid',
    reason: 'no-value',
    ...(deviceTime === undefined ? {} : { deviceTime }),
    flags: [],
    device: { maker: 'A', model: 'B' },
    frames: 1,
  },
  raw: new Uint8Array(),
});
const at = (time: string): Date => new Date(`2026-03-02T${time}`);
/** A visit from ten o'clock on, looked at a quarter past; the device's clock is an hour behind. */
const dates = {
  began: at('10:00:00'),
  now: at('10:15:30'),
  clockShowed: { deviceTime: '2026-03-02T09:15:30', at: at('10:15:30') },
};

test('the device clock is set right before a record is compared with the visit', () => {
  const [mine, theirs] = [record('2026-03-02T09:05:00'), record('2026-03-02T08:59:00')];
  expect(recordsOfVisit([mine, theirs], dates)).toEqual([mine]);
  expect(recordsOfVisit([theirs], dates)).toEqual([]);
});

test('a clock that shows whole seconds proves nothing of the first two', () => {
  const [first, third] = [record('2026-03-02T09:00:02'), record('2026-03-02T09:00:03')];
  expect(recordsOfVisit([first], dates)).toEqual([]);
  expect(recordsOfVisit([third], dates)).toEqual([third]);
});

test('without a date, without a clock and without a visit nothing is proved', () => {
  const mine = record('2026-03-02T09:05:00');
  expect(recordsOfVisit([record()], dates)).toEqual([]);
  expect(recordsOfVisit([mine], { ...dates, clockShowed: undefined })).toEqual([]);
  expect(recordsOfVisit([mine], { ...dates, began: undefined })).toEqual([]);
  expect(isOfEarlierVisit(record(), dates)).toBe(false);
  expect(isOfEarlierVisit(mine, { ...dates, clockShowed: undefined })).toBe(false);
});

test('a record from before the clock was set a day back only seems to fall into the visit', () => {
  const clockShowed = { deviceTime: '2026-03-01T10:15:30', at: at('10:15:30') };
  const beforeTheChange = record('2026-03-02T09:50:00');
  const yesterday = record('2026-03-01T10:05:00');
  expect(recordsOfVisit([beforeTheChange, yesterday], { ...dates, clockShowed })).toEqual([]);
});

test('a record without a date proves nothing, and ends nothing', () => {
  const mine = record('2026-03-02T09:05:00');
  expect(recordsOfVisit([record(), mine], dates)).toEqual([mine]);
});

test('a date long before the visit is told, one shortly before it is not', () => {
  expect(isOfEarlierVisit(record('2026-03-02T08:40:00'), dates)).toBe(true);
  expect(isOfEarlierVisit(record('2026-03-02T08:50:00'), dates)).toBe(false);
});
