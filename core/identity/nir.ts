/** What is wrong with a NIR, in the order in which it is looked for. */
export type NirFault = 'structure' | 'out-of-range' | 'checksum';

/** Sex, year, month, department (2A and 2B in Corsica), commune, order, key. */
const STRUCTURE = /^([123478]\d{2})(\d{2})(\d{2}|2[AB])(\d{6})(\d{2})$/;
/** Months of births whose month is not known, and of people born abroad, have numbers of their own. */
const MONTHS: readonly (readonly [first: number, last: number])[] = [
  [1, 12],
  [20, 42],
  [50, 99],
];
/** The key counts Corsica's departments as these numbers. */
const CORSICA: Readonly<Record<string, string>> = { '2A': '19', '2B': '18' };

/** The key of the first thirteen characters of a NIR: 97 minus their remainder by 97, in two digits. Thirteen digits are a safe integer. */
export const nirKey = (thirteen: string): string => {
  const department = thirteen.slice(5, 7);
  const digits = `${thirteen.slice(0, 5)}${CORSICA[department] ?? department}${thirteen.slice(7, 13)}`;
  return String(97 - (Number(digits) % 97)).padStart(2, '0');
};

/** What is wrong with a NIR (or NIA, which is built alike) of fifteen characters; undefined when nothing is. */
export const nirFault = (text: string): NirFault | undefined => {
  const match = STRUCTURE.exec(text);
  if (match === null) return 'structure';
  const month = Number(match[2]);
  if (!MONTHS.some(([first, last]) => month >= first && month <= last)) return 'out-of-range';
  return nirKey(text) === match[5] ? undefined : 'checksum';
};
