import type { DriverId } from '#core/contract/devices.ts';

/** One driver, all properties. */
export interface PropertyJob {
  readonly driver: DriverId;
}

/** What came of one property: what is wrong, or nothing; undefined when it does not apply. */
export interface PropertyNews {
  readonly property: string;
  readonly problems: readonly string[] | undefined;
}

/** What came of every property of every driver; a property that is missing was not tried. */
export type PropertyResults = ReadonlyMap<DriverId, ReadonlyMap<string, readonly string[] | undefined>>;

const markOf = (results: ReadonlyMap<string, readonly string[] | undefined>, property: string): string => {
  if (!results.has(property)) return '?';
  const problems = results.get(property);
  if (problems === undefined) return '·';
  return problems.length === 0 ? '✓' : '✗';
};

/** Names written downwards, so that a column is no wider than its mark. */
const uprightHead = (properties: readonly string[], margin: number): string[] => {
  const height = Math.max(0, ...properties.map((name) => name.length));
  const padded = properties.map((name) => name.padStart(height));
  return Array.from({ length: height }, (_, row) =>
    `${' '.repeat(margin)}${padded.map((name) => name[row]).join('  ')}`.trimEnd(),
  );
};

/** The table driver x property: ✓ holds, ✗ does not, · does not apply, ? was not tried. */
export const propertyTable = (results: PropertyResults, properties: readonly string[]): string => {
  const width = Math.max(0, ...[...results.keys()].map((driver) => driver.length)) + 2;
  const rows = [...results].map(
    ([driver, row]) =>
      `${driver.padEnd(width)}${properties.map((property) => markOf(row, property)).join('  ')}`,
  );
  return [
    ...uprightHead(properties, width),
    ...rows,
    '',
    '✓ holds   ✗ does not   · does not apply   ? was not tried',
  ].join('\n');
};

/** What is wrong, one line each. */
export const problemLines = (results: PropertyResults): string[] =>
  [...results].flatMap(([driver, row]) =>
    [...row].flatMap(([property, problems = []]) =>
      problems.map((problem) => `${driver}: ${property}: ${problem}`),
    ),
  );
