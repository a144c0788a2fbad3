import { fail, ok, type Result } from '#core/result.ts';

/** Options that a command takes, by name: whether a value follows. */
export type OptionTable = Readonly<Record<string, 'value' | 'switch'>>;

export interface Arguments {
  readonly positional: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly switches: ReadonlySet<string>;
}

/** Splits what follows a command. `--name value` and `--name=value` are the same; a lone `-` is positional (standard input). */
export const parseArguments = (words: readonly string[], table: OptionTable): Result<Arguments, string> => {
  const positional: string[] = [];
  const values = new Map<string, string>();
  const switches = new Set<string>();
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('-') || word === '-') {
      positional.push(word);
      continue;
    }
    const [name = '', inline] = word.split('=', 2);
    const kind = table[name];
    if (kind === undefined) return fail(`unknown option ${name}`);
    if (kind === 'switch') {
      if (inline !== undefined) return fail(`option ${name} takes no value`);
      switches.add(name);
      continue;
    }
    const value = inline ?? rest.shift();
    if (value === undefined) return fail(`option ${name} needs a value`);
    values.set(name, value);
  }
  return ok({ positional, values, switches });
};

/** A whole number of an option, or `otherwise` when it is not given. */
export const wholeNumber = (
  { values }: Arguments,
  name: string,
  otherwise: number,
): Result<number, string> => {
  const text = values.get(name);
  if (text === undefined) return ok(otherwise);
  return /^\d{1,9}$/.test(text)
    ? ok(Number(text))
    : fail(`option ${name} needs a whole number, not "${text}"`);
};
