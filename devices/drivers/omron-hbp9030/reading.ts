import type { DecodedReading, DeviceIdentity, ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { isPlausible } from '#core/vitals/plausibility.ts';
import { calendarTime } from '../../kit/calendar.ts';
import type { FieldName } from './layouts.ts';
import { manifest } from './manifest.ts';
import type { Message } from './match.ts';

type Fields = Message['fields'];

/** What the device measures, mm[Hg] and /min (HBP-9030 manual, measuring range). */
const MEASURING_RANGE = {
  systolic: { low: 60, high: 260 },
  diastolic: { low: 30, high: 215 },
  'pulse-rate': { low: 40, high: 180 },
} as const;

const NO_ERROR = '0';

const identityOf = ({ layout }: Message): DeviceIdentity =>
  layout.model === undefined ? manifest.identity : { ...manifest.identity, model: layout.model };

/** Local date and time as sent, to the minute; undefined when it is no time of the calendar. A form without hour stands for its midnight. */
const timeOf = (fields: Fields): string | undefined => {
  const part = (name: FieldName): number => Number(fields.get(name) ?? 0);
  return calendarTime(2000 + part('year'), part('month'), part('day'), part('hour'), part('minute'));
};

/** Day of a message that has a date and no time of day, `2026-07-11`. */
export const dayOf = ({ fields }: Message): string | undefined =>
  fields.has('hour') ? undefined : timeOf(fields)?.slice(0, 'yyyy-MM-dd'.length);

const numberIn = (fields: Fields, name: FieldName): number | undefined => {
  const digits = fields.get(name)?.trim() ?? '';
  return digits === '' ? undefined : Number(digits);
};

const isBlank = (fields: Fields, name: FieldName): boolean => fields.get(name)?.trim() === '';

/** The values; undefined when one that the form has is blank. */
const valuesOf = (fields: Fields): Values | undefined => {
  const systolic = numberIn(fields, 'systolic');
  const diastolic = numberIn(fields, 'diastolic');
  const pulse = numberIn(fields, 'pulse');
  const mean = numberIn(fields, 'mean');
  if (systolic === undefined || diastolic === undefined || pulse === undefined || isBlank(fields, 'mean'))
    return undefined;
  return {
    systolic: { value: systolic, unit: 'mm[Hg]' },
    diastolic: { value: diastolic, unit: 'mm[Hg]' },
    ...(mean === undefined ? {} : { mean: { value: mean, unit: 'mm[Hg]' } }),
    'pulse-rate': { value: pulse, unit: '/min' },
  };
};

const isInMeasuringRange = (values: Values): boolean =>
  Object.entries(MEASURING_RANGE).every(([key, { low, high }]) => {
    const value = values[key as keyof typeof MEASURING_RANGE]?.value;
    return value !== undefined && value >= low && value <= high;
  });

/** A mean that is printed lies between the two others, and is neither of them. */
const meanAgrees = ({ systolic, diastolic, mean }: Values): boolean =>
  mean === undefined ||
  (systolic !== undefined &&
    diastolic !== undefined &&
    mean.value > diastolic.value &&
    mean.value < systolic.value);

const flagsOf = (fields: Fields): ReadingFlag[] => [
  ...((numberIn(fields, 'movement') ?? 0) > 0 ? (['motion'] as const) : []),
  'unprotected',
];

/** The reading of bytes that are no message. */
export const refusedBytes = (): DecodedReading => ({
  kind: 'blood-pressure',
  status: 'invalid',
  reason: 'structure',
  flags: [],
  device: manifest.identity,
  frames: 1,
});

/** An error leaves all values blank; some of them blank is damage. */
const isWholeError = (fields: Fields): boolean => {
  const blank = (['systolic', 'mean', 'diastolic', 'pulse'] as const)
    .filter((name) => fields.has(name))
    .map((name) => isBlank(fields, name));
  return new Set(blank).size === 1;
};

/** The reading of a message. A date that does not exist is damage: nothing in such a message is believed. */
export const readMessage = (message: Message): DecodedReading => {
  const { fields } = message;
  const time = timeOf(fields);
  if (time === undefined) return refusedBytes();
  const common = {
    kind: 'blood-pressure',
    ...(fields.has('hour') ? { deviceTime: time } : {}),
    flags: flagsOf(fields),
    device: identityOf(message),
    frames: 1,
  } as const;
  const error = fields.get('error') ?? NO_ERROR;
  if (error !== NO_ERROR) {
    if (!isWholeError(fields)) return refusedBytes();
    return { ...common, status: 'invalid', reason: 'device-error', detail: error };
  }
  const values = valuesOf(fields);
  if (values === undefined) return refusedBytes();
  if (!isInMeasuringRange(values) || !meanAgrees(values) || !isPlausible(values))
    return { ...common, status: 'invalid', reason: 'out-of-range' };
  return { ...common, status: 'valid', values };
};
