import type { Language } from '#core/visit/words.ts';
import type { ValueKey } from '#core/vitals/kinds.ts';

/**
 * Where the figures of a language are written as the physician reads them: Arabic as in the Maghreb, with the digits and the decimal comma
 * of French.
 */
export const LOCALES: Record<Language, string> = {
  fr: 'fr-FR',
  en: 'en-GB',
  es: 'es-ES',
  ar: 'ar-MA-u-nu-latn',
};

/** Decimals that a value is always shown with; finer device steps add to them. */
const DECIMALS: Partial<Record<ValueKey, number>> = { weight: 1, temperature: 1, 'perfusion-index': 1 };
const MOST_DECIMALS = 2;

/** A value as its device gave it, in the digits of the language: `38,2` in French, `38.2` in English. Never rounded to fewer digits. */
export const formatValue = (key: ValueKey, value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: DECIMALS[key] ?? 0,
    maximumFractionDigits: MOST_DECIMALS,
    useGrouping: false,
  }).format(value);

/** A plain number in the digits of the language, one decimal at most. */
export const formatNumber = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1, useGrouping: false }).format(value);

/** A duration as minutes and seconds, `0:38`; part of a second counts as a whole one, so that `0:00` means over. */
export const formatMinutes = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

/** Time of day of an instant, `09:41`, as its own offset says: the cabin's wall clock. */
export const formatTimeOfDay = (instant: string): string => instant.slice(11, 16);

/** The same to the second, `09:41:05`: pictures follow one another every few seconds. */
export const formatTimeToSecond = (instant: string): string => instant.slice(11, 19);

/** A birth date in words: `12 mars 1948`. */
export const formatDate = (isoDate: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );
