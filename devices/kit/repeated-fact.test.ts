import { expect, test } from 'vitest';
import { createRepeatedFact } from './repeated-fact.ts';

const newsOf = (said: readonly string[]): boolean[] => {
  const fact = createRepeatedFact();
  return said.map((each) => fact.say(each));
};

test('the first saying is news, its repetition is not', () => {
  expect(newsOf(['a', 'a', 'a'])).toEqual([true, false, false]);
});

test('one line that says something else is damage', () => {
  expect(newsOf(['a', 'b', 'a', 'b', 'a'])).toEqual([true, false, false, false, false]);
});

test('two lines in a row are a change', () => {
  expect(newsOf(['a', 'b', 'b', 'b'])).toEqual([true, false, true, false]);
});
