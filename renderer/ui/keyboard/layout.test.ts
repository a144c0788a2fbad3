import { describe, expect, it } from 'vitest';
import { type Key, LAYERS, rowsOf, typeInto } from './layout.ts';

const typed = (text: string): string =>
  [...text].reduce<string>((before, letter) => {
    const key: Key = letter === ' ' ? { does: 'space' } : { does: 'type', text: letter };
    return typeInto(before, key, 40);
  }, '');

describe('the on-screen keyboard', () => {
  it('is AZERTY', () => {
    const firstRow = rowsOf('letters')[0] ?? [];
    expect(firstRow.map((key) => (key.does === 'type' ? key.text : '')).join('')).toBe('azertyuiop');
  });

  it('has the accents of French on one layer', () => {
    const letters = rowsOf('accents')
      .flat()
      .map((key) => (key.does === 'type' ? key.text : ''));
    for (const letter of 'éèêëàâçîïôùûœ') expect(letters).toContain(letter);
  });

  it('reaches every other layer, the space, the eraser and the end from each layer', () => {
    for (const layer of LAYERS) {
      const keys = rowsOf(layer).flat();
      const shown = keys.flatMap((key) => (key.does === 'show' ? [key.layer] : []));
      expect([...shown, layer].sort()).toEqual([...LAYERS].sort());
      for (const does of ['erase', 'space', 'done']) expect(keys.some((key) => key.does === does)).toBe(true);
    }
  });

  it('starts a sentence with a capital, and only then', () => {
    expect(typed('je tousse. depuis hier')).toBe('Je tousse. Depuis hier');
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
