import { arabicWords } from '#renderer/i18n/ar/index.ts';
import { englishWords } from '#renderer/i18n/en/index.ts';
import { frenchWords } from '#renderer/i18n/fr/index.ts';
import { withIsolatedBlanks } from '#renderer/i18n/isolated.ts';

/** What the screens say, so that a person in a test reads them as people do. */
export const wordsOf = (language: 'fr' | 'en') => (language === 'fr' ? frenchWords : englishWords);
export type Words = ReturnType<typeof wordsOf>;

/** What a patient reads in Arabic, with names and numbers held apart as the screen holds them. */
export const arabicOnScreen = withIsolatedBlanks(arabicWords);

/** A text of the screens with its blanks filled in, e.g. `{{name}}`. */
export const filled = (text: string, blanks: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => blanks[name] ?? '');
