import { fail, ok, type Result } from '#core/result.ts';

export type BirthDateProblem = 'empty' | 'incomplete' | 'no-such-day' | 'future' | 'too-old';

/** Older than anyone on record (122 years, gerontology research group): such a year was mistyped. */
const OLDEST_YEARS = 125;

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Reads a birth date typed as day, month, four-digit year (`02/03/1948`, `2.3.1948`, `02031948`) into an ISO date.
 * `today` is an ISO date. A two-digit year is refused: 08 may be a child or a centenarian.
 */
export const parseBirthDate = (text: string, today: string): Result<string, BirthDateProblem> => {
  const trimmed = text.trim();
  if (trimmed === '') return fail('empty');
  const match =
    /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  if (match === null) return fail('incomplete');
  const [day, month, year] = match.slice(1).map(Number);
  if (day === undefined || month === undefined || year === undefined) return fail('incomplete');
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return fail('no-such-day');
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (iso > today) return fail('future');
  return Number(today.slice(0, 4)) - year > OLDEST_YEARS ? fail('too-old') : ok(iso);
};

/** Puts the slash in after two digits of a day or a month; one typed by hand beside it is swallowed, erasing is left alone. */
export const withSlashes = (typed: string, before: string): string => {
  if (typed.length <= before.length) return typed;
  if (/^\d{2}$/.test(typed) || /^\d{1,2}\/\d{2}$/.test(typed)) return `${typed}/`;
  return typed.endsWith('//') ? typed.slice(0, -1) : typed;
};
