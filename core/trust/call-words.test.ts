import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { englishWords } from '#renderer/i18n/en/index.ts';
import { frenchWords } from '#renderer/i18n/fr/index.ts';
import { callWords, callWordsSchema } from './call-words.ts';

describe('the two words of a call', () => {
  it('are two different ones, the same for the same two ends, and depend on which end is which', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (cabin, physician) => {
        const words = callWordsSchema.parse(callWords(cabin, physician));
        expect(words[0]).not.toBe(words[1]);
        expect(callWords(cabin, physician)).toEqual(words);
      }),
    );
    expect(callWords('one', 'two')).not.toEqual(callWords('two', 'one'));
  });

  it('use the whole list', () => {
    const seen = new Set(Array.from({ length: 2_000 }, (_, index) => callWords('cabin', String(index))[0]));
    expect(seen.size).toBe(256);
  });
});

const changes = (one: string, other: string): number => {
  const row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const letter of one) {
    let corner = row[0] ?? 0;
    row[0] = corner + 1;
    for (const [index, letterOfOther] of [...other].entries()) {
      const above = row[index + 1] ?? 0;
      row[index + 1] = Math.min(
        above + 1,
        (row[index] ?? 0) + 1,
        corner + (letter === letterOfOther ? 0 : 1),
      );
      corner = above;
    }
  }
  return row[other.length] ?? 0;
};

describe.each([
  ['fr', frenchWords],
  ['en', englishWords],
])('the list of words (%s)', (_, { trust }) => {
  const list = trust.words.split(' ');

  it('has 256 plain, short words', () => {
    expect(list).toHaveLength(256);
    expect(list.filter((word) => !/^\p{Ll}{3,11}$/u.test(word))).toEqual([]);
  });

  it('has no two that one letter tells apart', () => {
    const alike = list.flatMap((one, index) =>
      list.slice(index + 1).flatMap((other) => (changes(one, other) < 2 ? [`${one} ${other}`] : [])),
    );
    expect(alike).toEqual([]);
  });
});
