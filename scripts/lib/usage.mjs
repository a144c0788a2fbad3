import { Stop } from './stop.mjs';
import { languageOf, textOf } from './terminal.mjs';

/** @typedef {import('./arguments.mjs').Option} Option */
/** @typedef {import('./terminal.mjs').MessageKey} MessageKey */

/**
 * @typedef {object} Usage
 * @property {string} command as it is typed, e.g. `npm start`
 * @property {MessageKey} purpose
 * @property {Record<string, Option & { says: MessageKey }>} options
 */

/** Widest list of choices that stands beside its option. */
const widestChoices = 24;
/** Width of a terminal that nobody has made wider. */
const lineWidth = 80;

/** @param {Option} option */
const isLong = ({ choices }) => (choices?.join('|') ?? '').length > widestChoices;

/** What the value of an option is. @param {Option} option */
const shownValue = (option) => {
  const { kind, choices } = option;
  if (kind === 'flag') return '';
  if (isLong(option)) return ' <…>';
  return ` ${choices?.join('|') ?? (kind === 'number' ? '<n>' : '<…>')}`;
};

/** Choices too many for their option's line, on lines of their own. @param {Option} option @param {string} indent */
const choiceLines = (option, indent) => {
  if (!isLong(option)) return [];
  /** @type {string[]} */
  const lines = [];
  for (const choice of option.choices ?? []) {
    const last = lines.at(-1);
    if (last === undefined || `${last} ${choice},`.length > lineWidth) lines.push(`${indent}${choice},`);
    else lines[lines.length - 1] = `${last} ${choice},`;
  }
  return lines.map((line, index) => (index === lines.length - 1 ? line.slice(0, -1) : line));
};

/** Help on one of our commands. @param {Usage} usage @param {import('./terminal.mjs').Language} language */
export const usageText = ({ command, purpose, options }, language) => {
  /** @type {[string, string, Option][]} */
  const rows = [
    ...Object.entries(options).map(
      ([name, option]) =>
        /** @type {[string, string, Option]} */ ([
          `--${name}${shownValue(option)}`,
          textOf(language, option.says),
          option,
        ]),
    ),
    ['--lang fr|en', textOf(language, 'usageLang'), { kind: 'flag' }],
    ['--help', textOf(language, 'usageHelp'), { kind: 'flag' }],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    textOf(language, 'usage', { command }),
    '',
    textOf(language, purpose),
    '',
    ...rows.flatMap(([name, says, option]) => [
      `  ${name.padEnd(width)}  ${says}`,
      ...choiceLines(option, ' '.repeat(width + 4)),
    ]),
    '',
  ].join('\n');
};

/**
 * Tells the help and ends the command, when it is asked for. npm keeps a `--help` without `--` before it for itself.
 * @param {readonly string[]} argv @param {Usage} usage
 */
export const offerHelp = (argv, usage) => {
  if (!argv.includes('--help') && !argv.includes('-h')) return;
  process.stdout.write(usageText(usage, languageOf(argv)));
  throw new Stop('', 0);
};
