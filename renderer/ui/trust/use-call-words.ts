import { useTranslation } from 'react-i18next';
import type { CallWords } from '#core/trust/call-words.ts';
import type { Language } from '#core/visit/words.ts';

/**
 * The two words of a call, in one language on every screen, so that they can be said aloud and compared: that of the visit where staff
 * have its words, French otherwise.
 */
export const useCallWords = (language: Language) => {
  const { i18n } = useTranslation();
  const list = i18n.getFixedT(language, 'trust')('words').split(' ');
  return ([first, second]: CallWords) => ({ first: list[first] ?? '', second: list[second] ?? '' });
};
