import type { Language } from '#core/visit/words.ts';
import { LOCALES } from '#renderer/i18n/format.ts';

/** Words as a spoken list: `oxygène, tension et poids`. */
export const listWords = (words: readonly string[], language: Language): string =>
  new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(words);
