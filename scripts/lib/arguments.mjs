import util from 'node:util';
import { Stop } from './stop.mjs';
import { languageOf, textOf } from './terminal.mjs';

/**
 * @typedef {object} Option
 * @property {'flag' | 'text' | 'number'} kind
 * @property {readonly string[]} [choices] the only texts accepted
 * @property {number} [least] smallest number accepted
 * @property {number} [most] largest number accepted
 * @property {boolean} [whole] whether the number must be whole
 */

/**
 * Reads a command's options by a table. Every command understands `--lang fr|en`.
 * @template {Record<string, Option>} T
 * @param {readonly string[]} argv
 * @param {T} table
 * @returns {{ [K in keyof T]?: T[K]['kind'] extends 'flag' ? boolean : T[K]['kind'] extends 'number' ? number : string }
 *   & { lang: 'fr' | 'en' }}
 * @throws {Stop} with exit code 2 and one line that names the wrong option
 */
export const readOptions = (argv, table) => {
  const language = languageOf(argv);
  /** @param {import('./terminal.mjs').MessageKey} key @param {import('./terminal.mjs').Values} values @returns {never} */
  const refuse = (key, values) => {
    throw new Stop(textOf(language, key, { known: knownNames(table), ...values }), 2);
  };
  /** @type {Record<string, Option>} */
  const all = { ...table, lang: { kind: 'text', choices: ['fr', 'en'] } };
  const { tokens } = util.parseArgs({
    args: [...argv],
    strict: false,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(all).map(([name, { kind }]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }]),
    ),
  });
  /** @type {Record<string, string | number | boolean>} */
  const read = { lang: language };
  for (const token of tokens) {
    if (token.kind === 'positional') refuse('optionStray', { value: token.value });
    if (token.kind !== 'option') continue;
    const option = all[token.name];
    if (option === undefined || token.rawName.length < 3) refuse('optionUnknown', { option: token.rawName });
    else read[token.name] = readValue(option, token.name, token.value, refuse);
  }
  return /** @type {ReturnType<typeof readOptions<T>>} */ (read);
};

/** @param {Record<string, Option>} table */
const knownNames = (table) => [...Object.keys(table), 'lang'].map((name) => `--${name}`).join(', ');

/**
 * @param {Option} option
 * @param {string} name
 * @param {string | undefined} value
 * @param {(key: import('./terminal.mjs').MessageKey, values: import('./terminal.mjs').Values) => never} refuse
 */
const readValue = (option, name, value, refuse) => {
  if (option.kind === 'flag') return value === undefined ? true : refuse('optionNoValue', { option: name });
  if (value === undefined || value === '' || value.startsWith('--'))
    return refuse('optionNeedsValue', { option: name });
  if (option.kind === 'text') {
    if (option.choices === undefined || option.choices.includes(value)) return value;
    return refuse('optionChoice', { option: name, value, choices: option.choices.join(' | ') });
  }
  const number = Number(value);
  const { least = -Infinity, most = Infinity, whole = false } = option;
  const fits =
    Number.isFinite(number) && number >= least && number <= most && (!whole || Number.isInteger(number));
  return fits ? number : refuse('optionNumber', { option: name, value, least, most });
};
