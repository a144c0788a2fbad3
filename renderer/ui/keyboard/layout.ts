/** What a key does. */
export type Key =
  | { readonly does: 'type'; readonly text: string }
  | { readonly does: 'erase' | 'done' | 'space' }
  | { readonly does: 'show'; readonly layer: Layer };
export const LAYERS = ['letters', 'digits', 'accents'] as const;
export type Layer = (typeof LAYERS)[number];

const type = (row: string): readonly Key[] => [...row].map((text) => ({ does: 'type', text }));
const ERASE: Key = { does: 'erase' };

const ROWS: Record<Layer, readonly (readonly Key[])[]> = {
  letters: [type('azertyuiop'), type('qsdfghjklm'), [...type('wxcvbn’-'), ERASE]],
  digits: [type('1234567890'), type('.,:;?/()+%'), [...type('°’-&"€@'), ERASE]],
  accents: [type('éèêëàâäç'), type('îïôöùûüœ'), [...type('æñßíóúá’'), ERASE]],
};

/** Rows of keys of a layer, top to bottom; the last one changes layer, spaces and ends. */
export const rowsOf = (layer: Layer): readonly (readonly Key[])[] => {
  const others = LAYERS.filter((each) => each !== layer);
  return [
    ...ROWS[layer],
    [...others.map((each): Key => ({ does: 'show', layer: each })), { does: 'space' }, { does: 'done' }],
  ];
};

/** The text after a key: the first letter of a sentence is a capital, a text never grows past `longest` characters. */
export const typeInto = (text: string, key: Key, longest: number): string => {
  switch (key.does) {
    case 'erase':
      return [...text].slice(0, -1).join('');
    case 'space':
      return text === '' || text.endsWith(' ') || text.length >= longest ? text : `${text} `;
    case 'type': {
      const startsSentence = text === '' || /[.?!]\s$/u.test(text);
      const added = startsSentence ? key.text.toLocaleUpperCase('fr') : key.text;
      return text.length + added.length > longest ? text : text + added;
    }
    case 'done':
    case 'show':
      return text;
  }
};
