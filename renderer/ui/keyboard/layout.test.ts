import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#core/visit/words.ts';
import { type Key, type Layer, layersOf, rowsOf, typeInto } from './layout.ts';

const typed = (text: string): string =>
  [...text].reduce<string>((before, letter) => {
    const key: Key = letter === ' ' ? { does: 'space' } : { does: 'type', text: letter };
    return typeInto(before, key, 40);
  }, '');

const lettersOf = (language: Language, layer: Layer): readonly string[] =>
  rowsOf(language, layer).map((row) => row.map((key) => (key.does === 'type' ? key.text : '')).join(''));

describe('the on-screen keyboard', () => {
  it.each([
    ['fr', 'azertyuiop'],
    ['en', 'qwertyuiop'],
    ['es', 'qwertyuiop'],
    ['ar', 'ضصثقفغعهخحج'],
  ] as const)('begins as keyboards of the language do (%s)', (language, row) => {
    expect(lettersOf(language, 'letters')[0]).toBe(row);
  });

  it.each([
    ['fr', 'éèêëàâçîïôùûœ'],
    ['es', 'áéíóúüñ'],
    ['ar', 'أإآؤئءىة'],
  ] as const)('has the accents of the language on one layer (%s)', (language, accents) => {
    const letters = lettersOf(language, 'accents').join('');
    expect([...accents].filter((letter) => !letters.includes(letter))).toEqual([]);
  });

  it('has the whole alphabet of Arabic, and Latin letters for names', () => {
    const letters = lettersOf('ar', 'letters').join('');
    expect([...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'].filter((letter) => !letters.includes(letter))).toEqual([]);
    expect(lettersOf('ar', 'latin')).toEqual(lettersOf('fr', 'letters'));
  });

  it.each(LANGUAGES)(
    'reaches every other layer, the space, the eraser and the end from each layer (%s)',
    (language) => {
      for (const layer of layersOf(language)) {
        const keys = rowsOf(language, layer).flat();
        const shown = keys.flatMap((key) => (key.does === 'show' ? [key.layer] : []));
        expect([...shown, layer].sort()).toEqual([...layersOf(language)].sort());
        for (const does of ['erase', 'space', 'done'])
          expect(keys.some((key) => key.does === does)).toBe(true);
      }
    },
  );

  it.each(LANGUAGES)('has each key once on a layer (%s)', (language) => {
    for (const layer of layersOf(language)) {
      const keys = rowsOf(language, layer).flatMap((row) =>
        row.flatMap((key) => (key.does === 'type' ? [key.text] : [])),
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('shows the letters where a language lacks a layer', () => {
    expect(lettersOf('fr', 'latin')).toEqual(lettersOf('fr', 'letters'));
  });

  it('starts a sentence with a capital, and only then', () => {
    expect(typed('je tousse. depuis hier')).toBe('Je tousse. Depuis hier');
    expect(typed('¿qué? ¿y?')).toBe('¿Qué? ¿Y?');
    expect(typed('متى؟ الآن')).toBe('متى؟ الآن');
  });

  it('neither starts with a space nor doubles one', () => {
    expect(typed('  a  b')).toBe('A b');
  });

  it('erases one character, accents and signs beyond the basic plane whole', () => {
    expect(typeInto('Été', { does: 'erase' }, 40)).toBe('Ét');
    expect(typeInto('a😀', { does: 'erase' }, 40)).toBe('a');
    expect(typeInto('', { does: 'erase' }, 40)).toBe('');
  });

  it('stops at the longest text', () => {
    expect(typeInto('abc', { does: 'type', text: 'd' }, 3)).toBe('abc');
    expect(typeInto('abc', { does: 'space' }, 3)).toBe('abc');
  });
});
