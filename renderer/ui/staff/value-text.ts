import type { StaffLanguage } from '#core/visit/words.ts';
import type { ValueKey, Values } from '#core/vitals/kinds.ts';
import { formatValue } from '#renderer/i18n/format.ts';

/** The number of one key among `values` without its unit, or undefined when the reading has none. */
export const valueText = (values: Values, key: ValueKey, language: StaffLanguage): string | undefined => {
  const quantity = values[key];
  return quantity === undefined ? undefined : formatValue(key, quantity.value, language);
};

/** Systolic over diastolic, `142/84`; undefined unless both are there. */
export const pressureText = (values: Values, language: StaffLanguage): string | undefined => {
  const systolic = valueText(values, 'systolic', language);
  const diastolic = valueText(values, 'diastolic', language);
  return systolic === undefined || diastolic === undefined ? undefined : `${systolic}/${diastolic}`;
};

/** An ISO date in digits, as it is typed: `02/03/1948`. */
export const dateDigits = (iso: string): string => iso.split('-').reverse().join('/');
