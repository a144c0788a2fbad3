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

const readCode = (reader: ByteReader): number => reader.u16();

/** A code among the attributes, or `otherwise` without one; undefined when its bytes are none. */
const codeIn = <Otherwise>(
  attributes: Attributes,
  attribute: number,
  otherwise: Otherwise,
): number | Otherwise | undefined => {
  const bytes = attributes.get(attribute);
  return bytes === undefined ? otherwise : readAll(bytes, readCode);
};

const numbersOf = (object: MetricObject, attributes: Attributes): Observed[] | undefined => {
  const status = codeIn(attributes, ATTRIBUTES.measurementStatus, 0);
  const unit = codeIn(attributes, ATTRIBUTES.unit, object.unit);
  if (status === undefined || (unit === undefined && attributes.has(ATTRIBUTES.unit))) return undefined;
  const said: { readonly bytes: Uint8Array; readonly read: NumbersReader }[] = [];
  for (const [attribute, bytes] of attributes) {
    const read = NUMBER_ATTRIBUTES.get(attribute);
    if (read !== undefined) said.push({ bytes, read });
  }
  const [only, another] = said;
  if (another !== undefined) return undefined;
  if (only === undefined) return [];
  return readAll(only.bytes, (reader) => {
    const numbers = only.read(reader, object, { status, unit });
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
