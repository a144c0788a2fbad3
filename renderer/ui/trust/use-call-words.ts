import { useTranslation } from 'react-i18next';
import type { CallWords } from '#core/trust/call-words.ts';
import type { Language } from '#core/visit/words.ts';

/** The two words of a call, in the language of the visit on every screen, so that they can be said aloud and compared. */
export const useCallWords = (language: Language) => {
  const { i18n } = useTranslation();
  const list = i18n.getFixedT(language, 'trust')('words').split(' ');
  return ([first, second]: CallWords) => ({ first: list[first] ?? '', second: list[second] ?? '' });
};
