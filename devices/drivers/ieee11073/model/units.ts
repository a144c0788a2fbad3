import { type Quantity, VALUE_UNITS, type ValueKey } from '#core/vitals/kinds.ts';
import { CENTIMETRES_PER_INCH, convertPrinted, KILOGRAMS_PER_POUND } from '../../../kit/convert.ts';

type Printed = { readonly value: number; readonly decimals: number };
type Unit = (typeof VALUE_UNITS)[ValueKey];
type Conversion = (printed: Printed) => number;

/** 1 kPa in mmHg (NIST SP 811, appendix B.8: 1 mmHg is 133.3224 Pa). */
const MMHG_PER_KILOPASCAL = 1 / 0.133_322_4;
/** Glucose, 180.156 g/mol. */
const MILLIGRAMS_PER_DECILITRE_PER_MILLIMOLE = 18.0156;

const asPrinted: Conversion = ({ value }) => value;
const times =
  (factor: number): Conversion =>
  (printed) =>
    convertPrinted(printed, factor);
const fahrenheit: Conversion = ({ value, decimals }) =>
  convertPrinted({ value: value - 32, decimals }, 5 / 9);

/** Units of the nomenclature (partition 4) by what they become. A unit that is not here for a value is refused, never guessed. */
const CONVERSIONS: Readonly<Record<Unit, ReadonlyMap<number, Conversion>>> = {
  '%': new Map([[0x0220, asPrinted]]),
  // Scores that a person gives.
  '1': new Map(),
  '/min': new Map([[0x0aa0, asPrinted]]),
  'mm[Hg]': new Map([
    [0x0f20, asPrinted],
    [0x0f03, times(MMHG_PER_KILOPASCAL)],
  ]),
  kg: new Map([
    [0x06c3, asPrinted],
    [0x06c0, times(0.001)],
    [0x06e0, times(KILOGRAMS_PER_POUND)],
  ]),
  cm: new Map([
    [0x0511, asPrinted],
    [0x0500, times(100)],
    [0x0560, times(CENTIMETRES_PER_INCH)],
  ]),
  Cel: new Map([
    [0x17a0, asPrinted],
    [0x1140, fahrenheit],
  ]),
  'mg/dL': new Map([
    [0x0852, asPrinted],
    [0x1272, times(MILLIGRAMS_PER_DECILITRE_PER_MILLIMOLE)],
  ]),
};

/** The number in the unit that readings bear for this key, at the precision of one step of the device; undefined for an unknown unit. */
export const quantityOf = (
  key: ValueKey,
  unit: number | undefined,
  printed: Printed,
): Quantity | undefined => {
  const convert = unit === undefined ? undefined : CONVERSIONS[VALUE_UNITS[key]].get(unit);
  return convert && { value: convert(printed), unit: VALUE_UNITS[key] };
};
