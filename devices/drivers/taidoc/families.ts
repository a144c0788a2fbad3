import type { ReadingKind } from '#core/vitals/kinds.ts';
import { toHex } from '../../kit/bytes.ts';

/** What an instrument of this maker is: its replies mean something else in each family. */
export type Family = 'thermometer' | 'glucose-meter' | 'cuff' | 'oximeter';

/** The one kind of reading that a family gives. */
export const KIND_OF_FAMILY = {
  thermometer: 'temperature',
  'glucose-meter': 'blood-glucose',
  cuff: 'blood-pressure',
  oximeter: 'oximetry',
} as const satisfies Record<Family, ReadingKind>;

/** Models of which public drivers say what they are, each by the beginning of its number. */
const MODELS: readonly (readonly [beginning: string, family: Family])[] = [
  ['1241', 'thermometer'],
  ['1261', 'thermometer'],
  ['1035', 'thermometer'],
  ['42', 'glucose-meter'],
  ['4141', 'glucose-meter'],
  ['31', 'cuff'],
  ['82', 'oximeter'],
];

/** The model number in a reply to 24: binary coded decimal, low byte first. Undefined when a digit is none. */
export const modelOf = (data: Uint8Array): string | undefined => {
  const digits = toHex(data.slice(0, 2).reverse()).replace(' ', '');
  return /^\d{4}$/.test(digits) ? digits : undefined;
};

/** The family of a model number; undefined for a model that no source names. */
export const familyOf = (model: string): Family | undefined =>
  MODELS.find(([beginning]) => model.startsWith(beginning))?.[1];
