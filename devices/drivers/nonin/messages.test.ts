import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../kit/bytes.ts';
import { acknowledgement, readMessage, selectFormat, timeAnswer } from './messages.ts';

const read = (hex: string) => readMessage(Array.from(fromHex(hex) ?? []));

test.each([2, 7, 8, 13])('selecting format %d is the command of the document', (format) => {
  const hex = `02 70 02 02 ${toHex(Uint8Array.of(format))} 03`;
  expect(toHex(selectFormat(format))).toBe(hex);
  expect(read(hex)).toEqual({ message: { type: 'select-format', format }, length: 6 });
});

test.each([
  ['06', { message: { type: 'acknowledgement' }, length: 1 }],
  ['15', { message: { type: 'refusal' }, length: 1 }],
  ['02 72 00 03', { message: { type: 'ask-time' }, length: 4 }],
  // The document's own example.
  [
    '02 72 06 32 0C 1F 0E 1E 0F 03',
    { message: { type: 'set-time', time: '2050-12-31T14:30:15' }, length: 10 },
  ],
  ['02 F2 06 1A 03 02 09 00 00 03', { message: { type: 'time', time: '2026-03-02T09:00:00' }, length: 10 }],
])('%s is read', (hex, expected) => {
  expect(read(hex)).toEqual(expected);
});

test.each([
  ['an unknown operation', '02 71 00 03'],
  ['no end', '02 72 00 04'],
  ['a month 13', '02 F2 06 1A 0D 02 09 00 00 03'],
  ['a year 100', '02 F2 06 64 03 02 09 00 00 03'],
  ['a long length', '02 72 40'],
  ['an answer without time', '02 F2 00 03'],
  ['another start', '03'],
])('%s is no message', (_name, hex) => {
  expect(read(hex)).toBe('structure');
});

test('a message that is cut short may yet become one', () => {
  const whole = '02 72 06 32 0C 1F 0E 1E 0F 03'.split(' ');
  for (let length = 1; length < whole.length; length += 1) {
    expect(read(whole.slice(0, length).join(' '))).toBe('more');
  }
});

test('answers of the device', () => {
  expect(toHex(acknowledgement(true))).toBe('06');
  expect(toHex(acknowledgement(false))).toBe('15');
  expect(toHex(timeAnswer('2050-12-31T14:30:15'))).toBe('02 F2 06 32 0C 1F 0E 1E 0F 03');
});
