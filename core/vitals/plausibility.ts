import type { Values } from './kinds.ts';

/**
 * Hard limits: outside them no instrument of a cabin measures and a value is refused, never clamped.
 * Basis: declared ranges of ISO 80601-2-61 (SpO2, pulse), IEC 80601-2-30 (cuff), ISO 80601-2-56 (temperature), OIML R 76 class III scales; what a person can
 * count as breaths, and the ends of the pain scale.
 */
export const HARD_LIMITS = {
  spo2: { low: 50, high: 100 },
  'pulse-rate': { low: 20, high: 300 },
  'perfusion-index': { low: 0, high: 30 },
  systolic: { low: 50, high: 280 },
  diastolic: { low: 20, high: 200 },
  mean: { low: 20, high: 240 },
  weight: { low: 2, high: 350 },
  height: { low: 40, high: 250 },
  temperature: { low: 25, high: 45 },
  glucose: { low: 20, high: 600 },
  'respiratory-rate': { low: 2, high: 120 },
  pain: { low: 0, high: 10 },
} as const;

/** Smallest pulse pressure (systolic minus diastolic) that a cuff can tell apart, in mm[Hg]. */
const SMALLEST_PULSE_PRESSURE = 15;

const withinLimits = (key: keyof typeof HARD_LIMITS, value: number): boolean =>
  value >= HARD_LIMITS[key].low && value <= HARD_LIMITS[key].high;

const pressuresAgree = (values: Values): boolean => {
  const { systolic, diastolic, mean } = values;
  if (systolic === undefined || diastolic === undefined) return true;
  if (systolic.value - diastolic.value < SMALLEST_PULSE_PRESSURE) return false;
  return mean === undefined || (mean.value >= diastolic.value && mean.value <= systolic.value);
};

/** Whether every value is a finite number inside its hard limits and the pressures agree with one another. */
export const isPlausible = (values: Values): boolean =>
  Object.entries(values).every(
    ([key, quantity]) =>
      quantity !== undefined &&
      Number.isFinite(quantity.value) &&
      withinLimits(key as keyof typeof HARD_LIMITS, quantity.value),
  ) && pressuresAgree(values);
