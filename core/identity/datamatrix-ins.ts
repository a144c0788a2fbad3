import { fail, ok, type Result } from '../result.ts';
import { type FieldFault, insFieldFault } from './ins-fields.ts';
import { GROUP_SEPARATOR, restoreInsText, withoutAimIdentifier } from './ins-text.ts';
import { INS_FIELDS, type InsField, type InsIdentity, type InsRefusal } from './ins-traits.ts';
import type { DecodedScan } from './scan.ts';

/**
 * The Datamatrix INS that French health records print (ANS, "Format datamatrix INS" v2.2): a header, then seven fields in any
 * order, each behind its identifier. It bears no signature.
 */
export const INS_HEADER = `IS01${'0'.repeat(22)}`;

/** Values shorter than this end with a separator; the others have one length only. */
const LONGEST_VARIABLE: Readonly<Partial<Record<InsField, number>>> = { S2: 20, S3: 100, S4: 100 };

/** A field as it stands in the text. */
export interface InsPart {
  readonly field: InsField;
  readonly value: string;
  /** Where its value begins in the text. */
  readonly at: number;
}

/** The fields of a text that begins with the header. */
export interface InsParts {
  readonly parts: readonly InsPart[];
  /** False when separators are missing: fields then end where the next identifier begins, which no value can hold. */
  readonly separators: boolean;
}

/** A separator, or the next identifier, be it one that does not exist. */
const FIELD_END = new RegExp(`${GROUP_SEPARATOR}|S[0-9]`);

const isField = (text: string): text is InsField => (INS_FIELDS as readonly string[]).includes(text);

/** Cuts a restored text behind the header into its fields, whatever their values; fails where something is no field, or one comes twice. */
export const splitIns = (text: string): Result<InsParts, InsRefusal> => {
  const parts: InsPart[] = [];
  let separators = true;
  let at = INS_HEADER.length;
  while (at < text.length) {
    const field = text.slice(at, at + 2);
    if (!isField(field)) return fail({ reason: 'field' });
    if (parts.some((part) => part.field === field)) return fail({ reason: 'field', field });
    at += 2;
    const [value = ''] = text.slice(at).split(FIELD_END, 1);
    parts.push({ field, value, at });
    at += value.length;
    if (text[at] === GROUP_SEPARATOR) at += 1;
    else if (value.length < (LONGEST_VARIABLE[field] ?? 0) && at < text.length) separators = false;
  }
  return ok({ parts, separators });
};

/** An identity read from a code. */
export interface InsReading {
  readonly ins: InsIdentity;
  /** False when the scanner dropped separators (keyboard wedges do): the fields were told apart by their identifiers. */
  readonly separators: boolean;
}

const faultOf = (
  values: ReadonlyMap<InsField, string>,
): { readonly field: InsField; readonly reason: FieldFault } | undefined => {
  for (const field of INS_FIELDS) {
    const reason = insFieldFault(field, values.get(field) ?? '');
    if (reason !== undefined) return { field, reason };
  }
  return undefined;
};

/** `YYYY-MM-DD` of `DD-MM-YYYY`. */
const isoDate = (text: string): string => text.split('-').reverse().join('-');

const readRestored = (text: string): Result<InsReading, InsRefusal> => {
  if (!text.startsWith(INS_HEADER)) return fail({ reason: 'header' });
  const split = splitIns(text);
  if (!split.ok) return split;
  const values = new Map(split.value.parts.map(({ field, value }) => [field, value]));
  const fault = faultOf(values);
  if (fault !== undefined) return fail(fault);
  const textOf = (field: InsField): string => values.get(field) ?? '';
  return ok({
    ins: {
      matricule: textOf('S1'),
      oid: textOf('S2'),
      birthGivenNames: textOf('S3'),
      birthName: textOf('S4'),
      sex: textOf('S5') === 'F' ? 'female' : 'male',
      birthDate: isoDate(textOf('S6')),
      birthPlace: textOf('S7'),
    },
    separators: split.value.separators,
  });
};

/**
 * The identity in a Datamatrix INS, as a scanner or a keyboard passed it on. Refused is what the rules of the format do not prove
 * right; names, date and place have no check of their own and have to be compared with a document.
 */
export const readInsDatamatrix = (scanned: string): Result<InsReading, InsRefusal> =>
  readRestored(restoreInsText(scanned));

/** What a scanner read, without the end of its line; undefined when it read nothing. */
export const readCode = (scanned: string): DecodedScan | undefined => {
  const { length } = withoutAimIdentifier(scanned);
  if (length === 0) return undefined;
  const read = readInsDatamatrix(scanned);
  if (read.ok) return { code: 'ins', status: 'valid', ...read.value };
  const { reason, field } = read.failure;
  if (reason === 'header') return { code: 'other', status: 'valid', length };
  return { code: 'ins', status: 'invalid', reason, ...(field === undefined ? {} : { detail: field }) };
};
