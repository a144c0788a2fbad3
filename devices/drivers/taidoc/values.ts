import { assertNever } from '#core/result.ts';
import type { InvalidReason } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import type { Family } from './families.ts';
import { numberOf } from './frames.ts';

/** What four bytes of a reply say. */
export type Measured =
  | { readonly status: 'valid'; readonly values: Values }
  | { readonly status: 'invalid'; readonly reason: InvalidReason; readonly detail?: string };

const refused = (reason: InvalidReason, detail?: string): Measured => ({
  status: 'invalid',
  reason,
  ...(detail === undefined ? {} : { detail }),
});

const judged = (values: Values): Measured =>
  isPlausible(values) ? { status: 'valid', values } : refused('out-of-range');

/** Hundredths from 1000 on, tenths below: 3685 and 368 are both body temperatures (advmeds, "TaiDocBaseTempDecoder01"). */
const HUNDREDTHS_FROM = 1_000;

const temperature = (data: Uint8Array): Measured => {
  const number = numberOf(data);
  if (number === 0) return refused('no-value');
  const value = number >= HUNDREDTHS_FROM ? number / 100 : number / 10;
  return judged({ temperature: { value, unit: 'Cel' } });
};

/** What a multi-parameter meter measured, bits 2 to 5 of the last byte; 0 is glucose. */
const SUBSTANCES: Readonly<Record<number, string>> = {
  6: 'haematocrit',
  7: 'ketone',
  8: 'uric acid',
  9: 'cholesterol',
  11: 'haemoglobin',
  12: 'lactate',
  13: 'triglycerides',
};
/** Both top bits of the last byte (Tidepool's GlucoRx driver); one alone is before (01) or after (10) a meal. */
const CONTROL_SOLUTION = 3;
/** The meter's own range, beyond which it shows Lo and Hi (Tidepool's GlucoRx driver, "according to spec"), mg/dL. */
const GLUCOSE_RANGE = { low: 20, high: 600 } as const;

/** The last byte of a glucose record, in parts. */
export const glucoseMarks = (mark: number): { meal: number; substance: number; unknown: number } => ({
  meal: mark >> 6,
  substance: (mark >> 2) & 0x0f,
  unknown: mark & 0x03,
});

const glucose = (data: Uint8Array): Measured => {
  const { meal, substance, unknown } = glucoseMarks(data[3] ?? 0);
  if (unknown !== 0) return refused('unverified', 'unknown marks');
  if (meal === CONTROL_SOLUTION) return refused('control-solution');
  if (substance !== 0) return refused('no-value', SUBSTANCES[substance] ?? `substance ${substance}`);
  const value = numberOf(data);
  if (value === 0) return refused('no-value');
  if (value < GLUCOSE_RANGE.low) return refused('out-of-range', 'LO');
  if (value > GLUCOSE_RANGE.high) return refused('out-of-range', 'HI');
  return judged({ glucose: { value, unit: 'mg/dL' } });
};

/** Pulse "rates" up to this stand for a measurement that failed (advmeds, "TaiDocBaseBpDecoder01"). */
const FAILED_PULSE = 3;

const bloodPressure = (data: Uint8Array): Measured => {
  const [systolic = 0, unknown = 0, diastolic = 0, pulse = 0] = data;
  if (systolic === 0 || pulse <= FAILED_PULSE) return refused('no-value');
  // One model puts the high byte of systolic here, of the others nothing is known.
  if (unknown !== 0) return refused('unverified', 'second byte');
  return judged({
    systolic: { value: systolic, unit: 'mm[Hg]' },
    diastolic: { value: diastolic, unit: 'mm[Hg]' },
    'pulse-rate': { value: pulse, unit: '/min' },
  });
};

/** Saturation and pulse of a reply to 49: first and last byte; zero in either is no pulse yet, or no finger. */
export const saturationOf = (data: Uint8Array): Measured => {
  const [spo2 = 0, , , pulse = 0] = data;
  if (spo2 === 0 || pulse === 0) return refused('searching');
  return judged({ spo2: { value: spo2, unit: '%' }, 'pulse-rate': { value: pulse, unit: '/min' } });
};

/** What a record (reply to 26) of this family says. */
export const recordOf = (family: Family, data: Uint8Array): Measured => {
  switch (family) {
    case 'thermometer':
      return temperature(data);
    case 'glucose-meter':
      return glucose(data);
    case 'cuff':
      return bloodPressure(data);
    case 'oximeter':
      return refused('unverified', 'record of an oximeter');
    default:
      return assertNever(family);
  }
};
