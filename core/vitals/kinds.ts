import * as z from 'zod';

/** Every kind of reading that a driver can decode. */
const READING_KINDS = [
  'oximetry',
  'blood-pressure',
  'body-weight',
  'body-height',
  'temperature',
  'blood-glucose',
] as const;
export const readingKindSchema = z.enum(READING_KINDS);
export type ReadingKind = z.infer<typeof readingKindSchema>;

/** The guided captures that this cabin offers, in the order that the rest before blood pressure asks for. */
export const MEASURES = [
  'oximetry',
  'blood-pressure',
  'body-weight',
] as const satisfies readonly ReadingKind[];
export const measureSchema = z.enum(MEASURES);
export type Measure = z.infer<typeof measureSchema>;

/** What the assistant takes without a device of the cabin: typed, counted, or said by the patient. */
export const NOTED_SIGNS = ['temperature', 'respiratory-rate', 'pain', 'blood-glucose'] as const;
const notedSignSchema = z.enum(NOTED_SIGNS);
export type NotedSign = z.infer<typeof notedSignSchema>;

/** All that a reading of a visit may be of. */
export const vitalSignSchema = z.enum([...MEASURES, ...NOTED_SIGNS]);
export type VitalSign = z.infer<typeof vitalSignSchema>;

/** Whether a person takes it, and no device of the cabin. */
export const isNoted = (sign: VitalSign): sign is NotedSign => notedSignSchema.safeParse(sign).success;

/** Whether a kind of reading is one that visits ask for; a cabin may have instruments for more. */
export const isMeasure = (kind: ReadingKind | VitalSign): kind is Measure =>
  measureSchema.safeParse(kind).success;

/** UCUM unit of each value key (ucum.org); a value never travels in another unit. */
export const VALUE_UNITS = {
  spo2: '%',
  'pulse-rate': '/min',
  'perfusion-index': '%',
  systolic: 'mm[Hg]',
  diastolic: 'mm[Hg]',
  mean: 'mm[Hg]',
  weight: 'kg',
  height: 'cm',
  temperature: 'Cel',
  glucose: 'mg/dL',
  'respiratory-rate': '/min',
  pain: '1',
} as const;
export type ValueKey = keyof typeof VALUE_UNITS;
export const VALUE_KEYS = Object.keys(VALUE_UNITS) as readonly ValueKey[];

/** Which values a kind may hold; the first ones, up to `required`, must be there for the reading to be valid. */
export const KIND_VALUES: Record<
  ReadingKind | VitalSign,
  { readonly required: readonly ValueKey[]; readonly optional: readonly ValueKey[] }
> = {
  oximetry: { required: ['spo2', 'pulse-rate'], optional: ['perfusion-index'] },
  'blood-pressure': { required: ['systolic', 'diastolic'], optional: ['mean', 'pulse-rate'] },
  'body-weight': { required: ['weight'], optional: [] },
  'body-height': { required: ['height'], optional: [] },
  temperature: { required: ['temperature'], optional: [] },
  'blood-glucose': { required: ['glucose'], optional: [] },
  'respiratory-rate': { required: ['respiratory-rate'], optional: [] },
  pain: { required: ['pain'], optional: [] },
};

export const quantitySchema = z.strictObject({ value: z.number(), unit: z.enum(Object.values(VALUE_UNITS)) });
/** A number with its UCUM unit. */
export type Quantity = z.infer<typeof quantitySchema>;

export const valuesSchema = z
  .partialRecord(z.enum(VALUE_KEYS as [ValueKey, ...ValueKey[]]), quantitySchema)
  .refine(
    (values) =>
      Object.entries(values).every(([key, quantity]) => VALUE_UNITS[key as ValueKey] === quantity?.unit),
    {
      error: 'a value is in the unit of its key',
    },
  );
/** Values by key, each in the unit that `VALUE_UNITS` gives for its key. */
export type Values = z.infer<typeof valuesSchema>;
