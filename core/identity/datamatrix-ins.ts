import { fail, ok, type Result } from '../result.ts';
import { isInsOid } from './ins-oid.ts';
import { nirFault } from './nir.ts';
import type { DecodedScan } from './scan.ts';

/**
 * The Datamatrix INS that French health records print (ANS, "Format datamatrix INS" v2.2): a header, then seven fields in any
 * order, each behind its identifier. It bears no signature.
 */
export const INS_HEADER = `IS01${'0'.repeat(22)}`;
/** Ends a field of variable length. */
export const GROUP_SEPARATOR = '\u001d';

export const INS_FIELDS = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7'] as const;
export type InsField = (typeof INS_FIELDS)[number];

const LENGTHS: Readonly<Record<InsField, { readonly shortest: number; readonly longest: number }>> = {
  S1: { shortest: 15, longest: 15 },
  S2: { shortest: 19, longest: 20 },
  S3: { shortest: 1, longest: 100 },
  S4: { shortest: 1, longest: 100 },
  S5: { shortest: 1, longest: 1 },
  S6: { shortest: 10, longest: 10 },
  S7: { shortest: 5, longest: 5 },
};

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
  /** False when the separators were dropped: fields then end where the next identifier begins, which no value can hold. */
  readonly separators: boolean;
}

interface SplitFailure {
  readonly field: InsField | undefined;
}

/** A separator, or the next identifier. */
const FIELD_END = new RegExp(`${GROUP_SEPARATOR}|S[1-7]`);

const isField = (text: string): text is InsField => (INS_FIELDS as readonly string[]).includes(text);

/** Cuts the text behind the header into its fields; fails with the field that is not one, as far as that is known. */
export const splitIns = (text: string): Result<InsParts, SplitFailure> => {
  const parts: InsPart[] = [];
  let separated = 0;
  let unseparated = 0;
  let at = INS_HEADER.length;
  while (at < text.length) {
    const field = text.slice(at, at + 2);
    if (!isField(field)) return fail({ field: undefined });
    const { shortest, longest } = LENGTHS[field];
    at += 2;
    const [value = ''] = text
      .slice(at)
      .split(FIELD_END, 1)
      .map((whole) => whole.slice(0, longest));
    if (value.length < shortest || parts.some((part) => part.field === field)) return fail({ field });
    parts.push({ field, value, at });
    at += value.length;
    const isVariable = shortest < longest;
    if (text[at] === GROUP_SEPARATOR) {
      if (!isVariable && at + 1 < text.length) return fail({ field });
      at += 1;
      separated += 1;
    } else if (isVariable && value.length < longest && at < text.length) unseparated += 1;
  }
  // A scanner drops all separators or none: some of them missing is damage.
  return separated > 0 && unseparated > 0
    ? fail({ field: undefined })
    : ok({ parts, separators: unseparated === 0 });
};

/** What is wrong with the value of a field. */
export type FieldFault = 'structure' | 'checksum' | 'out-of-range';

/** Names at birth, as INSi gives them: capital letters, blanks, apostrophes and hyphens. */
const NAME = /^(?=.*[A-Z])[A-Z' -]+$/;
const DATE = /^(\d{2})-(\d{2})-(\d{4})$/;
/** INSEE code of a commune or, from 99 on, of a country. */
const PLACE = /^(\d{2}|2[AB])\d{3}$/;

/** `YYYY-MM-DD` of `DD-MM-YYYY`, or what is wrong with it. */
const isoDate = (text: string): Result<string, FieldFault> => {
  const match = DATE.exec(text);
  if (match === null) return fail('structure');
  const [, day, month, year] = match;
  const iso = `${year}-${month}-${day}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isFinite(date.getTime()) && date.toISOString().startsWith(iso)
    ? ok(iso)
    : fail('out-of-range');
};

/** What is wrong with a field's value; undefined when nothing is. */
export const insFieldFault = (field: InsField, value: string): FieldFault | undefined => {
  switch (field) {
    case 'S1':
      return nirFault(value);
    case 'S2':
      return isInsOid(value) ? undefined : 'out-of-range';
    case 'S3':
    case 'S4':
      return NAME.test(value) ? undefined : 'structure';
    case 'S5':
      return value === 'F' || value === 'M' ? undefined : 'structure';
    case 'S6': {
      const date = isoDate(value);
      return date.ok ? undefined : date.failure;
    }
    default:
      return PLACE.test(value) ? undefined : 'structure';
  }
};

const invalid = (reason: FieldFault, field?: InsField): DecodedScan => ({
  code: 'ins',
  status: 'invalid',
  reason,
  ...(field === undefined ? {} : { detail: field }),
});

const readIns = (text: string): DecodedScan => {
  const split = splitIns(text);
  if (!split.ok) return invalid('structure', split.failure.field);
  const values = new Map(split.value.parts.map(({ field, value }) => [field, value]));
  for (const field of INS_FIELDS) {
    const value = values.get(field);
    if (value === undefined) return invalid('structure', field);
    const fault = insFieldFault(field, value);
    if (fault !== undefined) return invalid(fault, field);
  }
  const textOf = (field: InsField): string => values.get(field) ?? '';
  const birthDate = isoDate(textOf('S6'));
  if (!birthDate.ok) return invalid(birthDate.failure, 'S6');
  return {
    code: 'ins',
    status: 'valid',
    ins: {
      matricule: textOf('S1'),
      oid: textOf('S2'),
      birthGivenNames: textOf('S3'),
      birthName: textOf('S4'),
      sex: textOf('S5') === 'F' ? 'female' : 'male',
      birthDate: birthDate.value,
      birthPlace: textOf('S7'),
    },
    separators: split.value.separators,
  };
};

/** AIM symbology identifier that a scanner may put first, e.g. `]d1` for Data Matrix. */
const AIM_IDENTIFIER = /^\][A-Za-z][0-9A-Za-z]/;

/** The text without the AIM identifier in front of it. */
export const withoutAimIdentifier = (text: string): string => text.replace(AIM_IDENTIFIER, '');

/** What a scanner read, without the end of its line; undefined when it read nothing. */
export const readCode = (text: string): DecodedScan | undefined => {
  const code = withoutAimIdentifier(text);
  if (code === '') return undefined;
  return code.startsWith(INS_HEADER)
    ? readIns(code)
    : { code: 'other', status: 'valid', length: code.length };
};
