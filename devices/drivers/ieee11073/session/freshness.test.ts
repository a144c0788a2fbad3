import { describe, expect, test } from 'vitest';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import { isOfCapture, isProvedSince } from './freshness.ts';

const on = (time: string): string => `2026-03-02T${time}`;
const at = (time: string): Date => new Date(on(time));

const readingOf = (deviceTime?: string): DecodedReading => ({
  kind: 'body-weight',
  status: 'valid',
  values: { weight: { value: 70.4, unit: 'kg' } },
  flags: [],
  device: { maker: 'A', model: 'B' },
  frames: 1,
  ...(deviceTime === undefined ? {} : { deviceTime: on(deviceTime) }),
});

const began = at('09:00:30');
const now = at('09:02:10');
/** What the agent's clock shows at 09:00:20. */
const shows = (time: string) => ({ deviceTime: on(time), at: at('09:00:20') });

describe('what is proved to be of a capture that began at 09:00:30', () => {
  test.each([
    ['a moment before, by a right clock', '09:00:27', '09:00:20', false],
    ['within the error of reading a clock', '09:00:28', '09:00:20', true],
    ['in it', '09:01:05', '09:00:20', true],
    ['as a minute began', '09:01:00', '09:00:20', true],
    ['later than now', '09:03:11', '09:00:20', false],
    ['in it, by a clock an hour ahead', '10:01:05', '10:00:20', true],
    ['an hour later, by a clock an hour ahead', '11:01:05', '10:00:20', false],
    ['before it, by a clock an hour ahead', '10:00:20', '10:00:20', false],
    ['in it, by a clock that was read as its minute began', '09:00:11', '09:00:00', true],
    ['before it, by a clock that was read as its minute began', '09:00:07', '09:00:00', false],
    // Read at 09:00:59, it would be measured at 09:00:21.
    ['perhaps before it, by a clock without seconds', '09:01:00', '09:00:00', false],
    ['in it, by a clock without seconds', '09:02:00', '09:00:00', true],
  ])('%s', (_, deviceTime, clock, expected) => {
    expect(isProvedSince(readingOf(deviceTime), shows(clock), began, now)).toBe(expected);
  });

  test('nothing without a date, or without a clock to judge it by', () => {
    expect(isProvedSince(readingOf(), shows('09:00:20'), began, now)).toBe(false);
    expect(isProvedSince(readingOf('09:01:05'), undefined, began, now)).toBe(false);
  });
});

describe('what is reported during a capture', () => {
  test.each([
    ['without a date is of the moment', readingOf(), shows('09:00:20'), true],
    ['without a date, by an agent without a clock, is of the moment', readingOf(), undefined, true],
    ['dated in it by a known clock', readingOf('09:01:05'), shows('09:00:20'), true],
    ['dated before it by a known clock', readingOf('08:59:05'), shows('09:00:20'), false],
    ['dated before it by an unknown clock', readingOf('08:59:05'), undefined, false],
    ['dated in it by an unknown clock', readingOf('09:01:05'), undefined, true],
  ])('%s', (_, reading, clock, expected) => {
    expect(isOfCapture({ reading, person: undefined }, clock, began, now)).toBe(expected);
  });

  test('a named person counts only with a date that proves it', () => {
    const of = (deviceTime: string | undefined, clock: ReturnType<typeof shows> | undefined) =>
      isOfCapture({ reading: readingOf(deviceTime), person: 2 }, clock, began, now);
    expect(of(undefined, shows('09:00:20'))).toBe(false);
    expect(of('09:01:05', undefined)).toBe(false);
    expect(of('08:59:05', shows('09:00:20'))).toBe(false);
    expect(of('09:01:05', shows('09:00:20'))).toBe(true);
  });
});
