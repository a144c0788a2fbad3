import type { Language } from '#core/visit/words.ts';
import type { ValueKey, Values } from '#core/vitals/kinds.ts';

/** Fewest decimals shown, so that figures of one measure line up (`72,0 kg` under `71,6 kg`); a device's own further decimals stay. */
const FEWEST_DECIMALS: Partial<Record<ValueKey, number>> = {
  weight: 1,
  height: 0,
  temperature: 1,
  'perfusion-index': 1,
};
/** More decimals than any driver yields: the number is written, never rounded. */
const MOST_DECIMALS = 3;

/** A value as the reader's language writes it, without its unit. */
export const numberText = (key: ValueKey, value: number, language: Language): string =>
  new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    minimumFractionDigits: FEWEST_DECIMALS[key] ?? 0,
    maximumFractionDigits: MOST_DECIMALS,
    useGrouping: false,
  }).format(value);

/** The number of one key among `values`, or undefined when the reading has none. */
export const valueText = (values: Values, key: ValueKey, language: Language): string | undefined => {
  const quantity = values[key];
  return quantity === undefined ? undefined : numberText(key, quantity.value, language);
};

/** Systolic over diastolic, `142/84`; undefined unless both are there. */
export const pressureText = (values: Values, language: Language): string | undefined => {
  const systolic = valueText(values, 'systolic', language);
  const diastolic = valueText(values, 'diastolic', language);
  return systolic === undefined || diastolic === undefined ? undefined : `${systolic}/${diastolic}`;
};

/** Time of day on the reader's clock, `09:41`. */
export const timeText = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );

/** An ISO date as the reader writes it, `02/03/1948`. */
export const dateText = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: 'UTC' }).format(
    new Date(`${iso}T00:00:00Z`),
  );
