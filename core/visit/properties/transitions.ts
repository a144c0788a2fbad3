import type { Visit } from '../visit.ts';
import { STAGES } from '../words.ts';
import type { Step } from './played-visit.ts';

/** Where a visit is: its stage, or how it ended. */
const placeOf = ({ stage, ended }: Visit): string => ended ?? stage;
const changes = ({ before, after }: Step): boolean => placeOf(before) !== placeOf(after);

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
};
const distinct = (words: readonly string[]): string => [...new Set(words)].join(', ');
const code = (words: string): string =>
  words
    .split(', ')
    .map((word) => `\`${word}\``)
    .join(', ');

const rowsOf = (steps: readonly Step[], from: string): readonly string[] =>
  [...grouped(steps, ({ possibility }) => possibility.command.type)].map(([type, taken]) => {
    const by = distinct(taken.map(({ possibility }) => possibility.by));
    const to = code(distinct(taken.map(({ after }) => placeOf(after))));
    return `| \`${from}\` | \`${type}\` | ${by} | ${to} |`;
  });

/** What moves a visit on, and what else is taken where, as the tables of a document. */
export const transitionTables = (steps: readonly Step[]): string => {
  const accepted = steps.filter(({ events }) => events.length > 0);
  const stages = STAGES.map((stage) => ({
    stage,
    taken: accepted.filter(({ before }) => before.stage === stage),
  }));
  const moves = stages.flatMap(({ stage, taken }) => rowsOf(taken.filter(changes), stage));
  const stays = stages.map(({ stage, taken }) => {
    const staying = taken.filter((step) => !changes(step));
    return `| \`${stage}\` | ${code(distinct(staying.map(({ possibility }) => possibility.command.type).toSorted()))} |`;
  });
  return [
    '# Transitions of a visit',
    '',
    'Found by trying every command of every role from every kind of visit that can be reached; what it means stands in [visit.md](visit.md).',
    '',
    '| From | Command | By | To |',
    '|---|---|---|---|',
    ...moves,
    '',
    '| Stage | Also taken, without leaving it |',
    '|---|---|',
    ...stays,
    '',
  ].join('\n');
};
