import type { Language } from '#core/visit/words.ts';

const LOCALES: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' };

/** Words as a spoken list: `oxygène, tension et poids`. */
export const listWords = (words: readonly string[], language: Language): string =>
  new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(words);
