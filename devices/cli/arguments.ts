import { fail, ok, type Result } from '#core/result.ts';
import { suggestion } from './nearest.ts';

/** An option of a command. Parsing, help and shell completion all follow from it. */
export interface Option {
  /** What its value is, e.g. `PORT`; absent for a switch. */
  readonly takes?: string;
  readonly says: string;
  /** The only values accepted. */
  readonly words?: readonly string[];
  /** The value is several of `words`, separated by commas. */
  readonly listed?: true;
  /** May be given more than once. */
  readonly repeatable?: true;
  /** The value is a path. */
  readonly path?: true;
  /** A one-letter name, e.g. `-o`. */
  readonly short?: string;
}

/** A word that a command takes without a name. */
export interface Positional {
  readonly name: string;
  readonly says: string;
  readonly words?: readonly string[];
  readonly path?: true;
  readonly optional?: true;
  /** Takes all words that follow; the last one of a command. */
  readonly many?: true;
}

/** What a command takes, by name. */
export type OptionTable = Readonly<Record<string, Option>>;

export interface Accepted {
  readonly positionals: readonly Positional[];
  readonly options: OptionTable;
}

export interface Arguments {
  readonly positional: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly switches: ReadonlySet<string>;
}

const wrongWord = (name: string, { words, listed }: Option, value: string): string | undefined => {
  if (words === undefined) return undefined;
  const wrong = (listed === true ? value.split(',') : [value]).find((word) => !words.includes(word));
  return wrong === undefined ? undefined : `option ${name}: unknown "${wrong}"${suggestion(wrong, words)}`;
};

const nameOf = (given: string, options: OptionTable): string =>
  Object.entries(options).find(([, { short }]) => short === given)?.[0] ?? given;

const checkPositional = (words: readonly string[], { positionals }: Accepted): string | undefined => {
  const stray = positionals.at(-1)?.many === true ? undefined : words[positionals.length];
  return stray === undefined ? undefined : `unexpected argument "${stray}"`;
};

/** Splits what follows a command. `--name value` and `--name=value` are the same; a lone `-` is positional (standard input). */
export const parseArguments = (words: readonly string[], accepted: Accepted): Result<Arguments, string> => {
  const { options } = accepted;
  const positional: string[] = [];
  const values = new Map<string, readonly string[]>();
  const switches = new Set<string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-') || word === '-') {
      positional.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = nameOf(equals < 0 ? word : word.slice(0, equals), options);
    const inline = equals < 0 ? undefined : word.slice(equals + 1);
    const option = options[name];
    if (option === undefined) return fail(`unknown option ${name}${suggestion(name, Object.keys(options))}`);
    if (option.takes === undefined) {
      if (inline !== undefined) return fail(`option ${name} takes no value`);
      switches.add(name);
      continue;
    }
    const value = inline ?? rest.shift();
    if (value === undefined) return fail(`option ${name} needs a value`);
    const wrong = wrongWord(name, option, value);
    if (wrong !== undefined) return fail(wrong);
    values.set(name, option.repeatable === true ? [...(values.get(name) ?? []), value] : [value]);
  }
  const stray = checkPositional(positional, accepted);
  return stray === undefined ? ok({ positional, values, switches }) : fail(stray);
};

/** The value of an option, when it is given. */
export const optionValue = ({ values }: Arguments, name: string): string | undefined => values.get(name)?.[0];

/** A whole number of an option, or `otherwise` when it is not given. */
export const wholeNumber = <T extends number | undefined>(
  given: Arguments,
  name: string,
  otherwise: T,
): Result<number | T, string> => {
  const text = optionValue(given, name);
  if (text === undefined) return ok(otherwise);
  return /^\d{1,9}$/.test(text)
    ? ok(Number(text))
    : fail(`option ${name} needs a whole number, not "${text}"`);
};

/** A number above 0 of an option, or `otherwise` when it is not given. */
export const positiveNumber = (given: Arguments, name: string, otherwise: number): Result<number, string> => {
  const text = optionValue(given, name);
  const number = text === undefined ? otherwise : Number(text);
  return number > 0 && Number.isFinite(number)
    ? ok(number)
    : fail(`option ${name} needs a number above 0, not "${text}"`);
};
