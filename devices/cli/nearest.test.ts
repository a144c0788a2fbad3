import { expect, test } from 'vitest';
import { nearest, suggestion } from './nearest.ts';

const KNOWN = ['and-tm2657', 'contec-cms50', 'contec-cms50-5byte', 'tanita-scale', 'nonin'];

test.each([
  ['nonn', 'nonin'],
  ['noinn', 'nonin'],
  ['NONIN', 'nonin'],
  ['contec-cms5', 'contec-cms50'],
  ['and-tm-2657', 'and-tm2657'],
  ['tanita', 'tanita-scale'],
  ['tm2657', 'and-tm2657'],
  ['zzzzzz', undefined],
  ['xy', undefined],
])('%s means %s', (word, meant) => {
  expect(nearest(word, KNOWN)).toBe(meant);
});

test('where nothing is near, all that there is is told', () => {
  expect(suggestion('zzzzzz', ['a', 'b'])).toBe('; known: a, b');
  expect(suggestion('nonn', KNOWN)).toBe('; did you mean nonin?');
});
