import type { DecodedReading, DeviceIdentity } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { convertPrinted, GLUCOSE_MG_DL_PER_MMOL_L } from '../../kit/convert.ts';
import { fieldsOf, type GlucoseUnit, type HeaderUnit, timeOf } from './records.ts';

/** What the records before a result say. */
export interface ResultContext {
  readonly device: DeviceIdentity;
  /** Unit of the meter, when a header said it. */
  readonly unit: HeaderUnit | undefined;
  /** An order marked it as a control test. */
  readonly isControl: boolean;
}

/** R, number, test, value, unit and reference method, ranges, marks, status, time. */
const FIELD_COUNT = 9;
/** A Contour Next USB keeps insulin and carbohydrates in the same memory. */
const GLUCOSE = '^^^Glucose';
/** Referenced to plasma: how the meters of every published record are. */
const UNIT = /^(mg\/dL|mmol\/L)\^(.*)$/;
const PLASMA = 'P';
const PRINTED: Readonly<Record<GlucoseUnit, RegExp>> = { 'mg/dL': /^\d{1,3}$/, 'mmol/L': /^\d{1,2}\.\d$/ };

const CONTROL = 'C';
const LOW = '<';
const HIGH = '>';
/** Marks that change nothing: meals, what the patient noted, time since the meal, and M and T of the Next, as published. */
const HARMLESS = /^(?:[BAFDISX]|Z[1-9A-C]|M0|T[01])$/;

type Refusal =
  | { readonly reason: 'structure' | 'unverified' | 'control-solution' }
  | { readonly reason: 'out-of-range'; readonly detail?: 'LO' | 'HI' };

const glucoseOf = (printed: string, unit: GlucoseUnit): number | undefined => {
  if (!PRINTED[unit].test(printed)) return undefined;
  const value = Number(printed);
  return unit === 'mg/dL' ? value : convertPrinted({ value, decimals: 1 }, GLUCOSE_MG_DL_PER_MMOL_L);
};

/** Marks come before the number: what they refuse, nothing else makes good. */
const refusalOf = (marks: readonly string[], isControl: boolean): Refusal | undefined => {
  if (isControl || marks.includes(CONTROL)) return { reason: 'control-solution' };
  if (marks.includes(LOW)) return { reason: 'out-of-range', detail: 'LO' };
  if (marks.includes(HIGH)) return { reason: 'out-of-range', detail: 'HI' };
  return marks.every((mark) => HARMLESS.test(mark)) ? undefined : { reason: 'unverified' };
};

/** Reads a result record; undefined for one that is not of glucose. */
export const readResult = (
  text: string,
  { device, unit, isControl }: ResultContext,
): DecodedReading | undefined => {
  const fields = fieldsOf(text);
  const [, , test, printed = '', unitField = '', ranges, marksField = '', status] = fields;
  if (test !== GLUCOSE) return undefined;
  const deviceTime = timeOf(fields[8]);
  const common = {
    kind: 'blood-glucose' as const,
    ...(deviceTime === undefined ? {} : { deviceTime }),
    flags: ['stored' as const],
    device,
    frames: 1,
  };
  const refused = (refusal: Refusal): DecodedReading => ({ ...common, status: 'invalid', ...refusal });
  const [, own, method] = UNIT.exec(unitField) ?? [];
  if (fields.length !== FIELD_COUNT || deviceTime === undefined || own === undefined) {
    return refused({ reason: 'structure' });
  }
  if (unit !== undefined && unit !== 'of each result' && unit !== own)
    return refused({ reason: 'structure' });
  const marks = marksField === '' ? [] : marksField.split('/');
  const refusal = refusalOf(marks, isControl);
  if (refusal !== undefined) return refused(refusal);
  if (method !== PLASMA || ranges !== '' || status !== '') return refused({ reason: 'unverified' });
  const value = glucoseOf(printed, own as GlucoseUnit);
  if (value === undefined) return refused({ reason: 'structure' });
  const values: Values = { glucose: { value, unit: 'mg/dL' } };
  return isPlausible(values) ? { ...common, status: 'valid', values } : refused({ reason: 'out-of-range' });
};

/** What tells one result from another: a full memory numbers its records anew, and its owner may change the marks. */
export const resultKey = (text: string): string => {
  const fields = fieldsOf(text);
  return [fields[2], fields[3], fields[4], fields[8]].join('|');
};
