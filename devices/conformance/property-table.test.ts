import { expect, test } from 'vitest';
import { type PropertyResults, problemLines, propertyTable } from './property-table.ts';

const RESULTS: PropertyResults = new Map([
  [
    'nonin',
    new Map<string, readonly string[] | undefined>([
      ['cuts', []],
      ['fuzz', ['a value from nowhere', 'another']],
      ['slow', undefined],
    ]),
  ],
  ['tanita-scale', new Map([['cuts', []]])],
]);

test('names stand upright over their marks', () => {
  expect(propertyTable(RESULTS, ['cuts', 'fuzz', 'slow', 'unplug']).split('\n').slice(0, 8)).toEqual([
    '                       u',
    '                       n',
    '              c  f  s  p',
    '              u  u  l  l',
    '              t  z  o  u',
    '              s  z  w  g',
    'nonin         ✓  ✗  ·  ?',
    'tanita-scale  ✓  ?  ?  ?',
  ]);
});

test('every problem has its line', () => {
  expect(problemLines(RESULTS)).toEqual(['nonin: fuzz: a value from nowhere', 'nonin: fuzz: another']);
});
