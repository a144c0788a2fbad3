import type { DecodedReading, DeviceIdentity } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { type DisplayUnit, TIME_PATTERN, timeOf } from './messages.ts';

/**
 * Time, then control mark, a blank and three digits or HIGH, and error mark in one field, meal mark, number of a comment, and 00. The
 * first OneTouch Ultra has neither meal nor comment.
 */
const RECORD = new RegExp(
  `^P ${TIME_PATTERN},"([C ])( \\d{3}|HIGH)([? ])"(?:,"[NBA]","(?:0\\d|1[01])")?, 00$`,
);
const CONTROL = 'C';
const ABOVE = 'HIGH';
const PARITY_ERROR = '?';

/** What the meter measures, mg/dL; beyond it it shows LO or HI, and its memory a number beyond. */
const RANGE = { low: 20, high: 600 } as const;

/** Who speaks, and the unit it displays, as far as a dump's head has said. */
export interface Speaker {
  readonly device: DeviceIdentity;
  readonly unit: DisplayUnit | undefined;
}

type Refusal =
  | { readonly reason: 'structure' | 'control-solution' }
  | { readonly reason: 'device-error' | 'out-of-range'; readonly detail: string };

/** The text of a record; values are mg/dL, also in meters that display mmol/L. */
export const readRecord = (text: string, { device, unit }: Speaker): DecodedReading => {
  const found = RECORD.exec(text)?.slice(1) ?? [];
  const deviceTime = timeOf(found);
  const [control, digits, error] = found.slice(-3);
  const common = {
    kind: 'blood-glucose' as const,
    ...(deviceTime === undefined ? {} : { deviceTime }),
    flags: ['stored' as const],
    device,
    frames: 1,
  };
  const refused = (refusal: Refusal): DecodedReading => ({ ...common, status: 'invalid', ...refusal });
  if (deviceTime === undefined || unit === 'unknown') return refused({ reason: 'structure' });
  if (control === CONTROL) return refused({ reason: 'control-solution' });
  if (error === PARITY_ERROR) return refused({ reason: 'device-error', detail: PARITY_ERROR });
  if (digits === ABOVE) return refused({ reason: 'out-of-range', detail: 'HI' });
  const value = Number(digits);
  if (value < RANGE.low) return refused({ reason: 'out-of-range', detail: 'LO' });
  if (value > RANGE.high) return refused({ reason: 'out-of-range', detail: 'HI' });
  const values: Values = { glucose: { value, unit: 'mg/dL' } };
  return isPlausible(values) ? { ...common, status: 'valid', values } : refused({ reason: 'structure' });
};

/** What tells one record from another: its owner may change meal mark and comment later. */
export const recordKey = (text: string): string => text.split(',').slice(0, 4).join(',');
