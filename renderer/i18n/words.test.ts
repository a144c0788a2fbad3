import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#core/contract/error-codes.ts';
import { englishWords } from './en/index.ts';
import { frenchWords } from './fr/index.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import { lengthen } from './pseudo.ts';

/** Every phrase of a tree, by its path. */
const phrases = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'string' ? [[here, value]] : phrases(value as object, here);
  });

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name]) => String(name)).sort();

const french = phrases(frenchWords);
const english = new Map(phrases(englishWords));

describe('the two languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual(french.map(([key]) => key).sort());
  });

  it('have the same placeholders in each phrase', () => {
    const differing = french
      .filter(([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? '')))
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it('leave no phrase empty', () => {
    const empty = [...french, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('never exclaim in front of a patient', () => {
    const loud = [...french, ...english]
      .filter(([key, text]) => key.startsWith('patient.') && text.includes('!'))
      .map(([key]) => key);
    expect(loud).toEqual([]);
  });

  it('use the French spaces before high punctuation', () => {
    const plain = phrases(withFrenchSpaces(frenchWords)).filter(([, text]) => / [?!;:»]|« /u.test(text));
    expect(plain).toEqual([]);
    expect(withFrenchSpaces({ ask: 'Vraiment ? Oui : « là » ; bien' })).toEqual({
      ask: 'Vraiment\u202f? Oui\u00a0: «\u00a0là\u00a0»\u202f; bien',
    });
  });
});

describe('the error catalogue', () => {
  it('has words for exactly its codes', () => {
    expect(Object.keys(frenchWords.errors).sort()).toEqual([...ERROR_CODES].sort());
  });
});

describe('the pseudo-language', () => {
  it('makes phrases about 40 % longer and keeps their placeholders', () => {
    const pseudo = new Map(phrases(lengthen(frenchWords)));
    for (const [key, text] of french) {
      const longer = pseudo.get(key) ?? '';
      expect(placeholders(longer)).toEqual(placeholders(text));
      expect(longer.length).toBeGreaterThanOrEqual(text.length);
    }
    const sentence = 'patient.welcome.title';
    const before = frenchWords.patient.welcome.title.length;
    expect(pseudo.get(sentence)?.length).toBe(before + Math.ceil(before * 0.4));
  });
});
