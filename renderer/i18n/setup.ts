import i18next, { type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#core/visit/words.ts';
import { englishWords } from './en/index.ts';
import { frenchWords } from './fr/index.ts';
import { withFrenchSpaces } from './french-spaces.ts';
import { lengthen } from './pseudo.ts';

type SetupOptions = {
  readonly language: Language;
  /** Development only: 40 % longer words, to see what a screen does with another language. */
  readonly pseudo?: boolean;
};

const words = { fr: withFrenchSpaces(frenchWords), en: englishWords };

/** Every namespace of both languages, loaded at once: nothing is fetched, so the first screen already has its words. */
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

/** Changes the language of the words and of the page. */
export const changeLanguage = (instance: I18n, language: Language) => {
  document.documentElement.lang = language;
  if (instance.language !== language) void instance.changeLanguage(language);
};
