import type { Language } from '#core/visit/words.ts';
import type { Measure, VALUE_UNITS, ValueKey, Values } from '#core/vitals/kinds.ts';
import { formatValue } from '#renderer/i18n/format.ts';

/** One card: a number with the name and unit it is said with. Both pressures of a cuff stand on one card, as people say them. */
export type ShownValue = {
  readonly name: ValueKey | 'blood-pressure';
  readonly text: string;
  readonly unit: (typeof VALUE_UNITS)[ValueKey];
};

/** What the patient is shown of each measure, in this order; anything else is for the physician. */
const SHOWN: Record<Measure, readonly ValueKey[]> = {
  oximetry: ['spo2', 'pulse-rate'],
  'blood-pressure': ['systolic', 'pulse-rate'],
  'body-weight': ['weight'],
};

/** Values as cards. A value is formatted, never judged. */
export const shownValues = (measure: Measure, values: Values, language: Language): readonly ShownValue[] =>
  SHOWN[measure].flatMap((key): ShownValue[] => {
    const quantity = values[key];
    if (quantity === undefined) return [];
    const text = formatValue(key, quantity.value, language);
    if (key !== 'systolic') return [{ name: key, text, unit: quantity.unit }];
    const { diastolic } = values;
    if (diastolic === undefined) return [];
    const both = `${text}/${formatValue('diastolic', diastolic.value, language)}`;
    return [{ name: 'blood-pressure', text: both, unit: quantity.unit }];
  });

/** The same for a summary of the visit: the pulse stands once, with the oxygen, not again with the pressure. */
export const summaryValues = (measure: Measure, values: Values, language: Language): readonly ShownValue[] =>
  shownValues(measure, values, language).filter(
    ({ name }) => measure !== 'blood-pressure' || name === 'blood-pressure',
  );
