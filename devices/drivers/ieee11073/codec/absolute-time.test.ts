import { expect, test } from 'vitest';
import { fromHex } from '../../../kit/bytes.ts';
import { decodeAbsoluteTime, encodeAbsoluteTime } from './absolute-time.ts';

const read = (hex: string) => decodeAbsoluteTime(fromHex(hex) ?? new Uint8Array());

test.each([
  ['20 07 02 01 12 10 00 00', '2007-02-01T12:10:00'],
  ['20 10 08 03 10 51 11 00', '2010-08-03T10:51:11'],
  ['20 24 02 29 23 59 59 99', '2024-02-29T23:59:59'],
])('%s is %s', (hex, local) => {
  expect(read(hex)).toEqual({ type: 'time', local });
});

test.each(['00 00 00 00 00 00 00 00', 'FF FF FF FF FF FF FF FF'])('%s was never set', (hex) => {
  expect(read(hex)).toEqual({ type: 'unset' });
});

test.each([
  ['no digit', '20 0A 02 01 12 10 00 00'],
  ['a hundredth that is none', '20 07 02 01 12 10 00 0F'],
  ['a month 0', '20 07 00 01 12 10 00 00'],
  ['a month 13', '20 07 13 01 12 10 00 00'],
  ['a day 0', '20 07 02 00 12 10 00 00'],
  ['29 February of another year', '20 23 02 29 12 10 00 00'],
  ['hour 24', '20 07 02 01 24 00 00 00'],
  ['minute 60', '20 07 02 01 12 60 00 00'],
  ['second 60', '20 07 02 01 12 10 60 00'],
  ['year 0', '00 00 02 01 12 10 00 00'],
  ['seven bytes', '20 07 02 01 12 10 00'],
  ['nine bytes', '20 07 02 01 12 10 00 00 00'],
])('%s is impossible', (_name, hex) => {
  expect(read(hex)).toEqual({ type: 'impossible' });
});

test('what is written is read again', () => {
  const local = '2026-03-02T09:41:05';
  expect(decodeAbsoluteTime(encodeAbsoluteTime(local))).toEqual({ type: 'time', local });
});
