import type { Quantity, ReadingKind, ValueKey } from '#core/vitals/kinds.ts';
import type { Attributes } from '../codec/attributes.ts';
import { type ByteReader, readAll } from '../codec/byte-reader.ts';
import { decodeFloat, decodeSfloat, type MedicalNumber, type SpecialNumber } from '../codec/float.ts';
import type { MetricObject } from './configuration.ts';
import { type Measured, measuredBy } from './measured-types.ts';
import { type Refusal, refusalByStatus } from './measurement-status.ts';
import { ATTRIBUTES, codeText } from './nomenclature.ts';
import { quantityOf } from './units.ts';

/** What one number of an object says. */
export interface MetricValue {
  readonly kind: ReadingKind;
  readonly key: ValueKey;
  readonly outcome: { readonly quantity: Quantity } | Refusal;
}

/** One number with what it says of itself; an observed value without its own state or unit has those of its object. */
interface Observed {
  readonly code: number;
  readonly status: number;
  readonly unit: number | undefined;
  readonly number: MedicalNumber;
}

const readFull = (reader: ByteReader): Observed => ({
  code: reader.u16(),
  status: reader.u16(),
  unit: reader.u16(),
  number: decodeFloat(reader.u32()),
});

const basic = (reader: ByteReader): MedicalNumber => decodeSfloat(reader.u16());
const simple = (reader: ByteReader): MedicalNumber => decodeFloat(reader.u32());

type NumbersReader = (
  reader: ByteReader,
  object: MetricObject,
  own: Omit<Observed, 'code' | 'number'>,
) => Observed[];

const single =
  (read: (reader: ByteReader) => MedicalNumber): NumbersReader =>
  (reader, { type }, own) => [{ ...own, code: type.code, number: read(reader) }];

const compound =
  (read: (reader: ByteReader) => MedicalNumber): NumbersReader =>
  (reader, { parts }, own) => {
    const numbers = reader.list(read);
    if (numbers.length !== parts.length) reader.refuse();
    return numbers.flatMap((number, index) => {
      const code = parts[index];
      return code === undefined ? [] : [{ ...own, code, number }];
    });
  };

/** The attributes in which an agent may say a number (20601, numeric class); it uses one of them. */
const NUMBER_ATTRIBUTES: ReadonlyMap<number, NumbersReader> = new Map<number, NumbersReader>([
  [ATTRIBUTES.basicValue, single(basic)],
  [ATTRIBUTES.simpleValue, single(simple)],
  [ATTRIBUTES.value, (reader) => [readFull(reader)]],
  [ATTRIBUTES.compoundBasicValue, compound(basic)],
  [ATTRIBUTES.compoundSimpleValue, compound(simple)],
  [ATTRIBUTES.compoundValue, (reader) => reader.list(readFull)],
]);

const BY_SPECIAL: Readonly<Record<SpecialNumber, Refusal>> = {
  'positive-infinity': { reason: 'out-of-range', detail: 'HI' },
  'negative-infinity': { reason: 'out-of-range', detail: 'LO' },
  nan: { reason: 'no-value', detail: 'NaN' },
  nres: { reason: 'no-value', detail: 'NRes' },
  reserved: { reason: 'no-value', detail: 'reserved' },
};

const refusalBySpecial = (special: SpecialNumber, kind: ReadingKind): Refusal =>
  // An oximeter without a number is still looking for the pulse.
  special === 'nan' && kind === 'oximetry' ? { reason: 'searching', detail: 'NaN' } : BY_SPECIAL[special];

const outcomeOf = (
  { kind, key, isControl }: Measured,
  { status, unit, number }: Observed,
): MetricValue['outcome'] => {
  const refusal = refusalByStatus(status, kind);
  if (refusal !== undefined) return refusal;
  if (isControl === true) return { reason: 'control-solution' };
  if (number.type === 'special') return refusalBySpecial(number.special, kind);
  const quantity = quantityOf(key, unit, number);
  if (quantity !== undefined) return { quantity };
  return { reason: 'structure', detail: unit === undefined ? 'no unit' : `unit ${codeText(unit)}` };
};

const numbersOf = (object: MetricObject, attributes: Attributes): Observed[] | undefined => {
  const value = <T>(attribute: number, read: (reader: ByteReader) => T, otherwise: T): T | undefined => {
    const bytes = attributes.get(attribute);
    return bytes === undefined ? otherwise : readAll(bytes, read);
  };
  const status = value(ATTRIBUTES.measurementStatus, (reader) => reader.u16(), 0);
  const unit = value<number | undefined>(ATTRIBUTES.unit, (reader) => reader.u16(), object.unit);
  if (status === undefined || (unit === undefined && attributes.has(ATTRIBUTES.unit))) return undefined;
  const said = [...NUMBER_ATTRIBUTES].filter(([attribute]) => attributes.has(attribute));
  const [attribute, read] = said[0] ?? [];
  if (said.length > 1) return undefined;
  if (attribute === undefined || read === undefined) return [];
  return readAll(attributes.get(attribute) ?? new Uint8Array(), (reader) => {
    const numbers = read(reader, object, { status, unit });
    // A status beside the number holds for it, whatever the number says of itself.
    return numbers.map((number) => ({ ...number, status: number.status | status }));
  });
};

/** What the numbers of an object say, as far as a cabin takes them; undefined when its attributes contradict themselves. */
export const valuesOf = (
  object: MetricObject,
  attributes: Attributes,
): readonly MetricValue[] | undefined => {
  if (!object.isNumeric || !object.isMeasured) return [];
  return numbersOf(object, attributes)?.flatMap((observed) => {
    const measured = measuredBy({ partition: object.type.partition, code: observed.code });
    return measured === undefined
      ? []
      : [{ kind: measured.kind, key: measured.key, outcome: outcomeOf(measured, observed) }];
  });
};
