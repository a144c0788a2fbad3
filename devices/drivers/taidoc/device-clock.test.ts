import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localDateTime } from '#core/time.ts';
import { fromHex, toHex } from '../../kit/bytes.ts';
import { deviceTimeBytes, deviceTimeOf } from './device-clock.ts';

/** Published test vectors of glucometerutils. */
test.each([
  ['21 24 0E 15', '2018-01-01T21:14:00'],
  ['21 26 0E 15', '2019-01-01T21:14:00'],
  ['04 27 25 0D', '2019-08-04T13:37:00'],
])('%s is %s', (hex, time) => {
  expect(deviceTimeOf(fromHex(hex) ?? new Uint8Array())).toBe(time);
  expect(toHex(Uint8Array.from(deviceTimeBytes(time)))).toBe(hex);
});

test('marks above minute and hour are not part of the time', () => {
  expect(deviceTimeOf(Uint8Array.of(0x21, 0x24, 0x80 | 0x0e, 0xe0 | 0x15))).toBe('2018-01-01T21:14:00');
});

test.each([
  ['never set', [0, 0, 0, 0]],
  ['an empty cell', [0xff, 0xff, 0xff, 0xff]],
  ['30 February', deviceTimeBytes('2024-02-30T10:00:00')],
  ['29 February of a common year', deviceTimeBytes('2023-02-29T10:00:00')],
  ['month 13', deviceTimeBytes('2024-13-01T10:00:00')],
  ['minute 60', deviceTimeBytes('2024-01-01T10:60:00')],
  ['hour 24', deviceTimeBytes('2024-01-01T24:00:00')],
])('%s is no time', (_what, bytes) => {
  expect(deviceTimeOf(Uint8Array.from(bytes))).toBeUndefined();
});

test('any minute from 2000 to 2127 comes back as it was', () => {
  const range = { min: new Date(2000, 0, 1), max: new Date(2127, 11, 31), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), (date) => {
      const time = `${localDateTime(date).slice(0, 16)}:00`;
      expect(deviceTimeOf(Uint8Array.from(deviceTimeBytes(time)))).toBe(time);
    }),
  );
});
