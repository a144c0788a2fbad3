import { fail, ok, type Result } from '../result.ts';

/**
 * What is wrong with a NIR, or with a NIA, which is built alike: sex, year, month, department (2A and 2B in Corsica), commune, order,
 * key. Looked for in this order, so that a mistyped digit is always told as a wrong key:
 *
 * - `character`: none that a number has, or A and B where there is no Corsica;
 * - `length`: not 15 characters;
 * - `key`: at least one character is wrong, no one can say which;
 * - `field`: the key is right, but no one has such a sex or department (`part`);
 * - `date`: the key is right, but no month has this number.
 */
export type NirFault =
  | { readonly reason: 'character' | 'length' | 'key' | 'date' }
  | { readonly reason: 'field'; readonly part: 'sex' | 'department' };

const ALPHABET = /^[0-9AB]*$/;
/** Sex, month and department are what the numbers of a register can contradict; year, commune and order are any digits. */
const FORM = /^(\d)\d{2}(\d{2})(\d{2}|2[AB])\d{6}\d{2}$/;
const FORM_WITHOUT_KEY = /^\d{5}(?:\d{2}|2[AB])\d{6}$/;
const LENGTH = 15;
const LENGTH_WITHOUT_KEY = 13;
/** 1 and 2 are registered; 3, 4, 7 and 8 are about to be. */
const SEXES: readonly string[] = ['1', '2', '3', '4', '7', '8'];
/** Births whose month is not known, and months with too many births for three digits, have numbers of their own. */
const MONTHS: readonly (readonly [first: number, last: number])[] = [
  [1, 12],
  [20, 42],
  [50, 99],
];
/** 01 to 99: 20 was Corsica until 1976, 91 to 96 were also North Africa, 97 and 98 are overseas, 99 is abroad. */
const NO_DEPARTMENT = '00';
/** The key counts Corsica's departments as these numbers. */
const CORSICA: Readonly<Record<string, string>> = { '2A': '19', '2B': '18' };

/** The key of the first thirteen characters of a NIR: 97 minus their remainder by 97, in two digits. Thirteen digits are a safe integer. */
export const nirKey = (thirteen: string): string => {
  const department = thirteen.slice(5, 7);
  const digits = `${thirteen.slice(0, 5)}${CORSICA[department] ?? department}${thirteen.slice(7, 13)}`;
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
};

/** What is wrong with a number of 15 capitals and digits without blanks, as a Datamatrix holds it; undefined when nothing is. */
export const nirFault = (text: string): NirFault | undefined => {
  if (!ALPHABET.test(text)) return { reason: 'character' };
  if (text.length !== LENGTH) return { reason: 'length' };
  const match = FORM.exec(text);
  if (match === null) return { reason: 'character' };
  if (nirKey(text) !== text.slice(LENGTH_WITHOUT_KEY)) return { reason: 'key' };
  const [, sex = '', month = '', department = ''] = match;
  if (!SEXES.includes(sex)) return { reason: 'field', part: 'sex' };
  if (department === NO_DEPARTMENT) return { reason: 'field', part: 'department' };
  const number = Number(month);
  return MONTHS.some(([first, last]) => number >= first && number <= last) ? undefined : { reason: 'date' };
};

/** What is wrong with a typed number; thirteen characters without a key come with the key to expect. */
export type NirRefusal = NirFault & { readonly expectedKey?: string };

/** Blanks of any width, invisible marks that come along when text is copied, dots and hyphens: how people group a number. */
const GROUPING = /[\s\p{Cf}.\u2010-\u2015-]/gu;

/**
 * The 15 characters of a number as someone typed it: grouped by blanks, dots or hyphens, 2a or 2A. What is left out carries nothing,
 * and the key proves the rest. A letter that looks like a digit is not replaced.
 */
export const readNir = (typed: string): Result<string, NirRefusal> => {
  const number = typed.replaceAll(GROUPING, '').replaceAll(/[ab]/g, (letter) => letter.toUpperCase());
  const fault = nirFault(number);
  if (fault === undefined) return ok(number);
  return fault.reason === 'length' && FORM_WITHOUT_KEY.test(number)
    ? fail({ ...fault, expectedKey: nirKey(number) })
    : fail(fault);
};
