import { expect, test } from 'vitest';
import { fromLatin1, toLatin1 } from './bytes.ts';
import { createTextLineReader } from './text-lines.ts';

const read = (text: string, longest = 40): string[] => {
  const reader = createTextLineReader(longest);
  return [...reader.push(fromLatin1(text)), ...reader.end()].map((line) => line.text);
};

test.each([
  ['CR LF', 'one\r\ntwo\r\n'],
  ['LF', 'one\ntwo\n'],
  ['LF CR', 'one\n\rtwo\n\r'],
  ['blank lines between', 'one\r\n\r\n  \r\ntwo\r\n\r\n'],
  ['no end of the last line', 'one\r\ntwo'],
])('two lines with %s', (_name, text) => {
  expect(read(text)).toEqual(['one', 'two']);
});

test('blanks inside and around a line are part of it', () => {
  expect(read('  one  two \r\n')).toEqual(['  one  two ']);
});

test('a line keeps its bytes, line end included', () => {
  const reader = createTextLineReader(40);
  const [line] = reader.push(fromLatin1('one\r\n'));
  expect(line && toLatin1(line.raw)).toBe('one\r\n');
});

test('noise without a line end is given up', () => {
  expect(read('x'.repeat(100), 40)).toEqual(['x'.repeat(41), 'x'.repeat(41), 'x'.repeat(18)]);
});
