import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { manifest } from './manifest.ts';

/** Printed steps of mass and fat percentage. */
const STEP = 0.1;
/** Rounding of three printed numbers and of one percentage of a mass. */
const MASS_TOLERANCE_KG = 0.15 + STEP;

/**
 * The plain line of TBF-310 and BC-418: body type, gender, height cm, weight kg, impedance, fat %, fat mass kg, fat-free mass kg,
 * total body water kg, age, BMI, basal metabolic rate kJ (order as the onyx project maps it).
 * Without checksum, the masses have to agree with one another and every number has to be one that the scale can print.
 */
const isConsistent = (numbers: readonly number[]): boolean => {
  const [
    bodyType = -1,
    gender = 0,
    height = 0,
    weight = 0,
    ,
    fatPercent = 0,
    fat = 0,
    lean = 0,
    water = 0,
    age = 0,
  ] = numbers;
  const agrees = (first: number, second: number): boolean => Math.abs(first - second) <= MASS_TOLERANCE_KG;
  return (
    (bodyType === 0 || bodyType === 1 || bodyType === 2) &&
    (gender === 1 || gender === 2) &&
    // In inches no height reaches this: a line in pounds and inches is refused.
    height >= 100 &&
    height < 250 &&
    agrees(fat + lean, weight) &&
    agrees((fatPercent / 100) * weight, fat) &&
    water <= lean &&
    age >= 5 &&
    age <= 120
  );
};

const WEIGHT_FIELD = /^\d{1,3}\.\d$/;

/** The reading of a plain line: flagged `unprotected`, or refused when its numbers contradict one another. */
export const readPlainLine = (text: string): DecodedReading => {
  const fields = text.split(',');
  const weight = fields[3] ?? '';
  const values: Values = { weight: { value: Number(weight), unit: 'kg' } };
  const common = {
    kind: 'body-weight',
    flags: ['unprotected' as const],
    device: manifest.identity,
    frames: 1,
  } as const;
  if (!WEIGHT_FIELD.test(weight) || !isConsistent(fields.map(Number))) {
    return { ...common, flags: [...common.flags], status: 'invalid', reason: 'structure' };
  }
  return isPlausible(values)
    ? { ...common, flags: [...common.flags], status: 'valid', values }
    : { ...common, flags: [...common.flags], status: 'invalid', reason: 'out-of-range' };
};
