import { ownedNames, ownedPackages, refusedEverywhere, refusedInCore, rows } from './rules.mjs';

/** Where the table stands in `docs/architecture.md`. */
const tableMarks = { start: '<!-- import rules: start -->', end: '<!-- import rules: end -->' };

/** @param {readonly string[]} items */
const list = (items) =>
  items.length === 0 ? '—' : items.map((item) => `\`${item.replace('$1', '*')}\``).join(', ');

/** The import rules as a table people read. */
const printTable = () =>
  [
    '| Folder | May import of ours | npm packages | Node | Why |',
    '|---|---|---|---|---|',
    ...rows.map(({ name, imports, packages, types, builtins, why }) => {
      const typed = types === undefined ? '' : `, types of ${list(types)}`;
      const shown = packages === 'any' ? 'any' : `${list(packages)}${typed}`;
      return `| \`${name}\` | ${list(imports)} | ${shown} | ${builtins ? 'yes' : 'no'} | ${why} |`;
    }),
    '',
    'One owner each:',
    '',
    ...[...ownedPackages, ...ownedNames].map(({ thing, shownAs }) => `- \`${thing}\`: \`${shownAs}\``),
    `- ${list(refusedInCore)}: nobody in \`core/\``,
    `- ${list(refusedEverywhere)}: nobody but tests; nothing of a consultation is recorded`,
  ].join('\n');

/** @param {string} document @returns {string} the document with its table renewed */
export const withTable = (document) => {
  const start = document.indexOf(tableMarks.start);
  const end = document.indexOf(tableMarks.end);
  if (start < 0 || end < start) throw new Error(`the document lacks ${tableMarks.start} … ${tableMarks.end}`);
  return `${document.slice(0, start + tableMarks.start.length)}\n${printTable()}\n${document.slice(end)}`;
};
