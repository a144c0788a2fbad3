import { mapWords } from './map-words.ts';

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * Words of a language written from right to left, each blank held apart from the sentence around it (Unicode bidirectional algorithm,
 * isolates): a French name, a telephone number or `142/84` then runs from left to right wherever it stands.
 */
export const withIsolatedBlanks = <Words extends object>(words: Words): Words =>
  mapWords(words, (text) =>
    text.replaceAll(/\{\{\w+\}\}/gu, (blank) => `${FIRST_STRONG_ISOLATE}${blank}${POP_ISOLATE}`),
  );
