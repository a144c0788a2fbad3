import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#core/contract/error-codes.ts';
import { arabicWords } from './ar/index.ts';
import { englishWords } from './en/index.ts';
import { spanishWords } from './es/index.ts';
import { frenchWords } from './fr/index.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import { withIsolatedBlanks } from './isolated.ts';
import { lengthen } from './pseudo.ts';
import { setUpTranslations } from './setup.ts';

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

/** A language of patients and the plural forms that it has beside one and other. */
const FOR_PATIENTS = [
  ['Spanish', spanishWords, []],
  ['Arabic', arabicWords, ['zero', 'two', 'few', 'many']],
] as const;

describe.each(FOR_PATIENTS)('the words of the patient in %s', (_, words, forms) => {
  const own = phrases(words);
  const source = new Map(french);
  const stem = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/u, '');

  it('are a part of the French ones, with every plural form of the language', () => {
    const counted = own.map(([key]) => key).filter((key) => key.endsWith('_other'));
    const expected = counted.flatMap((key) => forms.map((form) => key.replace(/other$/u, form)));
    const keys = own.map(([key]) => key);
    expect(keys.filter((key) => !source.has(key)).sort()).toEqual(expected.sort());
  });

  it('keep the placeholders; one, two or none may be said without their number', () => {
    const differing = own.filter(([key, text]) => {
      const asked = placeholders(source.get(key) ?? source.get(`${stem(key)}_other`) ?? '');
      const found = placeholders(text);
      // Of nobody there is nobody to name.
      if (key.endsWith('_zero')) return found.some((name) => !asked.includes(name));
      const uncounted = asked.filter((name) => name !== 'count');
      const counted = /_(one|two)$/u.test(key) ? [asked, uncounted] : [asked];
      return !counted.some((names) => String(names) === String(found));
    });
    expect(differing).toEqual([]);
  });

  it('leave no phrase empty and never exclaim', () => {
    expect(own.filter(([, text]) => text.trim() === '' || /[!¡]/u.test(text))).toEqual([]);
  });
});

describe('a language of patients', () => {
  it('has every failure and every sentence of their own screen', () => {
    for (const [, words] of FOR_PATIENTS) {
      const keys = new Set(phrases(words).map(([key]) => key));
      const read = french
        .map(([key]) => key)
        .filter((key) => /^(common|patient|conversation)\.|^(errors|other-end)\.\w+\.patient$/u.test(key));
      expect(read.filter((key) => !keys.has(key))).toEqual([]);
    }
  });

  it('has no words of staff: they read their own language', () => {
    const { t } = setUpTranslations({ language: 'ar' });
    expect(t('patient:continue')).toBe('متابعة');
    expect(t('trust:words')).toBe(frenchWords.trust.words);
    expect(t('assistant:mirror.language')).toBe(frenchWords.assistant.mirror.language);
  });

  it('counts as Arabic does', () => {
    const { t } = setUpTranslations({ language: 'ar' });
    const left = [0, 1, 2, 3, 11].map((count) => t('patient:waiting.sentence-left', { count }));
    expect(new Set(left).size).toBe(5);
  });

  it('holds names and numbers apart in a sentence from right to left', () => {
    const { t } = setUpTranslations({ language: 'ar' });
    expect(t('patient:physician.rpps', { number: '00 000' })).toBe('RPPS \u206800 000\u2069');
    expect(withIsolatedBlanks({ say: 'قال {{name}}' })).toEqual({ say: 'قال \u2068{{name}}\u2069' });
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
