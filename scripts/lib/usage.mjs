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

/** What the value of an option is. @param {Option} option */
const shownValue = ({ kind, choices }) => {
  if (kind === 'flag') return '';
  return ` ${choices?.join('|') ?? (kind === 'number' ? '<n>' : '<…>')}`;
};

/** Help on one of our commands. @param {Usage} usage @param {import('./terminal.mjs').Language} language */
export const usageText = ({ command, purpose, options }, language) => {
  /** @type {[string, string][]} */
  const rows = [
    ...Object.entries(options).map(
      ([name, option]) =>
        /** @type {[string, string]} */ ([`--${name}${shownValue(option)}`, textOf(language, option.says)]),
    ),
    ['--lang fr|en', textOf(language, 'usageLang')],
    ['--help', textOf(language, 'usageHelp')],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    textOf(language, 'usage', { command }),
    '',
    textOf(language, purpose),
    '',
    ...rows.map(([name, says]) => `  ${name.padEnd(width)}  ${says}`),
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
