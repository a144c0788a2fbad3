import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#core/visit/words.ts';
import { arabicWords } from './ar/index.ts';
import { englishWords } from './en/index.ts';
import { spanishWords } from './es/index.ts';
import { frenchWords } from './fr/index.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import { withIsolatedBlanks } from './isolated.ts';
import { lengthen } from './pseudo.ts';

type SetupOptions = {
  readonly language: Language;
  /** Development only: 40 % longer words, to see what a screen does with another language. */
  readonly pseudo?: boolean;
};

const words = {
  fr: withFrenchSpaces(frenchWords),
  en: englishWords,
  es: spanishWords,
  ar: withIsolatedBlanks(arabicWords),
};

/**
 * Every namespace of all languages, loaded at once: nothing is fetched, so the first screen already has its words. Spanish and Arabic hold
 * what patients read; all else is French there.
 */
export const setUpTranslations = ({ language, pseudo = false }: SetupOptions): I18n => {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    resources: pseudo ? lengthen(words) : words,
    lng: language,
    fallbackLng: 'fr',
    defaultNS: 'common',
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return instance;
};

/** Changes the language of the words and of the page, and the side that its lines begin at. */
export const changeLanguage = (instance: I18n, language: Language) => {
  document.documentElement.lang = language;
  document.documentElement.dir = instance.dir(language);
  if (instance.language !== language) void instance.changeLanguage(language);
};
