import { mapWords } from './map-words.ts';

/** Narrow no-break space before `?`, `!` and `;`, no-break space before `:` and inside guillemets (Imprimerie nationale, 2002). */
const spaced = (text: string): string =>
  text
    .replaceAll(/ ([?!;])/gu, '\u202f$1')
    .replaceAll(/ :/gu, '\u00a0:')
    .replaceAll('« ', '«\u00a0')
    .replaceAll(' »', '\u00a0»');

/** French words with the spaces that French printing asks for, whatever was typed: a line never begins with a colon. */
export const withFrenchSpaces = <Words extends object>(words: Words): Words => mapWords(words, spaced);
