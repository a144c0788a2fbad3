import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { CallEnd } from '#core/contract/media-faults.ts';
import { assertNever } from '#core/result.ts';
import type { StaffLanguage } from '#core/visit/words.ts';
import { isNoted, VALUE_UNITS, type ValueKey, type Values, type VitalSign } from '#core/vitals/kinds.ts';
import type { Reading } from '#core/vitals/reading.ts';
import { formatValue } from '#renderer/i18n/format.ts';
import { foundAt } from '#renderer/i18n/found-at.ts';
import type { Age } from './age.ts';
import { pressureText } from './value-text.ts';

/** What a measure shows first: pressures together, then the rest with its name. */
const SHOWN: Record<VitalSign, readonly ValueKey[]> = {
  oximetry: ['spo2', 'pulse-rate'],
  'blood-pressure': ['pulse-rate'],
  'body-weight': ['weight'],
  temperature: ['temperature'],
  'respiratory-rate': ['respiratory-rate'],
  pain: ['pain'],
  'blood-glucose': ['glucose'],
};

/** One number as staff read it: `name` is left out where the measure's own name says it. */
export interface WrittenValue {
  readonly key: ValueKey;
  readonly name: string;
  readonly number: string;
  readonly unit: string;
}

const SIGNAL = ['none', 'weak', 'medium', 'good', 'very-good'] as const;

const languageOf = (tag: string): StaffLanguage => (tag.startsWith('en') ? 'en' : 'fr');

/** Words and figures common to the staff screens, in the language of the screen. */
export const useStaffWords = () => {
  const { t, i18n } = useTranslation('staff');
  const { t: errorWords } = useTranslation(['errors', 'other-end']);
  const language = languageOf(i18n.language);

  const unit = (key: ValueKey): string => t(`unit.${VALUE_UNITS[key]}`);
  const age = (value: Age): string => {
    switch (value.unit) {
      case 'now':
      case 'unknown':
        return t(`age.${value.unit}`);
      case 'seconds':
        return t('age.seconds', { seconds: value.seconds });
      case 'minutes':
        return t('age.minutes', { minutes: value.minutes });
      case 'hours':
        return t('age.hours', { hours: value.hours, minutes: String(value.minutes).padStart(2, '0') });
      default:
        return assertNever(value);
    }
  };
  /** Every value of a reading, written; the two pressures are one. */
  const written = (measure: VitalSign, values: Values): readonly WrittenValue[] => {
    const pressure = pressureText(values, language);
    const first: WrittenValue[] =
      pressure === undefined
        ? []
        : [{ key: 'systolic', name: t('measure.blood-pressure'), number: pressure, unit: unit('systolic') }];
    const others = SHOWN[measure].flatMap((key): WrittenValue[] => {
      const quantity = values[key];
      if (quantity === undefined) return [];
      return [
        {
          key,
          name: t(`value.${key}`),
          number: formatValue(key, quantity.value, language),
          unit: unit(key),
        },
      ];
    });
    return [...first, ...others];
  };
  const line = (measure: VitalSign, values: Values): string =>
    written(measure, values)
      .map(({ number, unit: unitText }) => `${number}\u00a0${unitText}`)
      .join(', ');
  const how = ({ taking }: Reading): string => {
    switch (taking?.how) {
      case 'counted':
        return t('taken.counted', { seconds: taking.seconds });
      case 'told':
        return t('taken.told');
      case 'read-at':
        return t('taken.read-at', { site: t(`site.${taking.site}`) });
      case undefined:
        return t('by-hand');
    }
  };
  const taken = (reading: Reading): string | undefined => {
    if (reading.origin !== 'manual') return undefined;
    return reading.assistedBy === undefined
      ? how(reading)
      : t('taken.by', { how: how(reading), name: reading.assistedBy });
  };
  return {
    t,
    language,
    unit,
    age,
    written,
    /** The values of a reading in one line, `142/84 mmHg, 84 /min`. */
    line,
    /** The same with the name of the sign, where its unit alone does not say it. */
    namedLine: ({ measure, values }: Reading): string =>
      isNoted(measure) ? `${t(`measure.${measure}`)} ${line(measure, values)}` : line(measure, values),
    /** How and by whom a value was taken that no device gave; undefined for one of a device. */
    taken,
    /** The same without the name. */
    takenHow: how,
    /** Strength of a signal, 0 (none) to 4 (very good), as a word. */
    signal: (level: number): string => t(`signal.${SIGNAL[Math.min(4, Math.max(0, level))] ?? 'none'}`),
    /** The same word where the signal is named beside it. */
    quality: (level: number): string => t(`quality.${SIGNAL[Math.min(4, Math.max(0, level))] ?? 'none'}`),
    /** What a failure means to this role; the code stands beside it for the technician. */
    fault: (code: ErrorCode, role: 'assistant' | 'physician'): string =>
      t('fault', { words: errorWords(`${code}.${role}`), code }),
    /** The same of what was found at an end of the call: the reader is told whose it is. */
    found: (code: ErrorCode, end: CallEnd, role: 'assistant' | 'physician'): string =>
      t('fault', { words: errorWords(foundAt(code, end, role)), code }),
    failureWords: (code: ErrorCode, role: 'assistant' | 'physician'): string => errorWords(`${code}.${role}`),
  };
};
