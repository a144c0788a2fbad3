import { fail, ok, type Result } from '#core/result.ts';

/** Where a row goes: among the lines of a file that look like their neighbours. */
export interface RowPlace {
  /** What the lines before and after look like; the first group is what they are sorted by. */
  readonly neighbour: RegExp;
  readonly row: string;
  /** What the new row is sorted by. */
  readonly key: string;
  /** Only lines after this one count: several lists of a file may look alike. */
  readonly after?: RegExp;
}

/** The text with one row more, in its place. */
export const insertRow = (text: string, { neighbour, row, key, after }: RowPlace): Result<string, string> => {
  const lines = text.split('\n');
  const from = after === undefined ? 0 : lines.findIndex((line) => after.test(line)) + 1;
  const first = lines.findIndex((line, index) => index >= from && neighbour.test(line));
  if (first < 0 || (after !== undefined && from === 0)) return fail(`no place for "${row.trim()}"`);
  let at = first;
  // Only the first list of neighbours: another one may look the same.
  for (let index = first; index < lines.length; index += 1) {
    const sortedBy = neighbour.exec(lines[index] ?? '')?.[1];
    if (sortedBy === undefined) break;
    if (sortedBy < key) at = index + 1;
  }
  return ok([...lines.slice(0, at), row, ...lines.slice(at)].join('\n'));
};

/** All of several rows, or what had no place. */
export const insertRows = (text: string, places: readonly RowPlace[]): Result<string, string> => {
  let result: Result<string, string> = ok(text);
  for (const place of places) if (result.ok) result = insertRow(result.value, place);
  return result;
};
