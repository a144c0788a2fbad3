import { expect, test } from 'vitest';
import { insertRow, insertRows } from './rows.ts';

const LISTS = ['const A = [', "  'b',", "  'd',", '];', 'const B = [', "  'a',", '];'].join('\n');
const neighbour = /^ {2}'(\w)',$/;

test.each([
  ['a', ["  'a',", "  'b',", "  'd',"]],
  ['c', ["  'b',", "  'c',", "  'd',"]],
  ['e', ["  'b',", "  'd',", "  'e',"]],
])('%s goes where it belongs in the first list', (key, expected) => {
  const inserted = insertRow(LISTS, { neighbour, row: `  '${key}',`, key });
  expect(inserted.ok && inserted.value.split('\n').slice(1, 4)).toEqual(expected);
});

test('only what follows the mark counts', () => {
  const inserted = insertRow(LISTS, { neighbour, row: "  'c',", key: 'c', after: /^const B/ });
  expect(inserted.ok && inserted.value.split('\n').slice(4)).toEqual([
    'const B = [',
    "  'a',",
    "  'c',",
    '];',
  ]);
});

test('without a place nothing is inserted, and the row is named', () => {
  const lost = { neighbour: /^nothing like it (\w)/, row: '  lost', key: 'x' };
  expect(insertRows(LISTS, [{ neighbour, row: "  'c',", key: 'c' }, lost])).toEqual({
    ok: false,
    failure: 'no place for "lost"',
  });
  expect(insertRow(LISTS, { neighbour, row: '  lost', key: 'x', after: /^const C/ }).ok).toBe(false);
});
