import type { Language } from '#core/visit/words.ts';

/** What a key does. */
export type Key =
  | { readonly does: 'type'; readonly text: string }
  | { readonly does: 'erase' | 'done' | 'space' }
  | { readonly does: 'show'; readonly layer: Layer };
/** `latin` is there where the letters are not: names of people and of medicines are written in Latin letters. */
export type Layer = 'letters' | 'digits' | 'accents' | 'latin';

type Rows = readonly [string, string, string];

const AZERTY: Rows = ['azertyuiop', 'qsdfghjklm', 'wxcvbn’-'];
const DIGITS: Rows = ['1234567890', '.,:;?/()+%', '°’-&"€@'];
const EUROPEAN_ACCENTS: Rows = ['éèêëàâäç', 'îïôöùûüœ', 'æñßíóúá’'];

/** The rows of each layer as people know them from a keyboard of the language; the eraser ends the last one. */
const LAYOUTS: Readonly<Record<Language, Readonly<Partial<Record<Layer, Rows>>>>> = {
  fr: { letters: AZERTY, digits: DIGITS, accents: EUROPEAN_ACCENTS },
  en: { letters: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm’-'], digits: DIGITS, accents: EUROPEAN_ACCENTS },
  es: {
    letters: ['qwertyuiop', 'asdfghjklñ', 'zxcvbnm,.'],
    digits: ['1234567890', '.,:;¿?¡!()', '+%/-"€@'],
    accents: ['áéíóúüñç', 'àèìòùâêô', 'äëïöîûª'],
  },
  // As on an Arabic keyboard (101 keys), but for its two widest rows: د and ذ stand below, letters with a hamza on a layer of their own.
  ar: {
    letters: ['ضصثقفغعهخحج', 'شسيبلاتنمكط', 'ءرىةوزظدذ'],
    digits: ['1234567890', '.،:؛؟/()+%', '°-&"€@!'],
    accents: ['أإآؤئء', 'ىةـ«»', '’-…'],
    latin: AZERTY,
  },
};

/** The layers of a language, that of its letters first. */
export const layersOf = (language: Language): readonly Layer[] =>
  (['letters', 'digits', 'accents', 'latin'] as const).filter(
    (layer) => LAYOUTS[language][layer] !== undefined,
  );

const type = (row: string): readonly Key[] => [...row].map((text) => ({ does: 'type', text }));

/** Rows of keys of a layer, top to bottom; the last one changes layer, spaces and ends. A layer that a language lacks is its letters. */
export const rowsOf = (language: Language, layer: Layer): readonly (readonly Key[])[] => {
  const { [layer]: found, letters = AZERTY } = LAYOUTS[language];
  const [first, second, third] = found ?? letters;
  const others = layersOf(language).filter((each) => each !== layer);
  return [
    type(first),
    type(second),
    [...type(third), { does: 'erase' }],
    [...others.map((each): Key => ({ does: 'show', layer: each })), { does: 'space' }, { does: 'done' }],
  ];
};

/** Where a sentence begins, behind the marks that open one in Spanish. */
const SENTENCE_START = /(?:^|[.?!؟]\s)[¿¡]?$/u;

/** The text after a key: the first letter of a sentence is a capital, a text never grows past `longest` characters. */
export const typeInto = (text: string, key: Key, longest: number): string => {
  switch (key.does) {
    case 'erase':
      return [...text].slice(0, -1).join('');
    case 'space':
      return text === '' || text.endsWith(' ') || text.length >= longest ? text : `${text} `;
    case 'type': {
      const added = SENTENCE_START.test(text) ? key.text.toLocaleUpperCase('fr') : key.text;
      return text.length + added.length > longest ? text : text + added;
    }
    case 'done':
    case 'show':
      return text;
  }
};
