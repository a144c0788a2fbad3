import type { Option, Positional } from './arguments.ts';
import type { DeviceCommand } from './command.ts';

const INVOCATION = 'npm run -s device --';
const MARGIN = 2;

const shownPositional = ({ name, many, optional }: Positional): string => {
  const shown = `<${name}${many === true ? '...' : ''}>`;
  return optional === true ? `[${shown}]` : shown;
};

const signature = ({ name, positionals, options }: DeviceCommand): string =>
  [name, ...positionals.map(shownPositional), ...(Object.keys(options).length > 0 ? ['[options]'] : [])].join(
    ' ',
  );

/** Breaks a text between words so that no line is longer than `width`. */
export const wrap = (text: string, width: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** Names on the left, what they are on the right. */
const definitions = (rows: readonly (readonly [name: string, says: string])[], columns: number): string[] => {
  const left = Math.max(0, ...rows.map(([name]) => name.length)) + 2 * MARGIN;
  const blank = ' '.repeat(left);
  return rows.flatMap(([name, says]) =>
    wrap(says, Math.max(20, columns - left)).map((line, index) =>
      `${index === 0 ? `${' '.repeat(MARGIN)}${name}`.padEnd(left) : blank}${line}`.trimEnd(),
    ),
  );
};

const shownOption = ([name, { takes, short }]: readonly [string, Option]): string =>
  `${short === undefined ? '' : `${short}, `}${name}${takes === undefined ? '' : ` ${takes}`}`;

const withWords = ({ says, words }: { says: string; words?: readonly string[] }): string =>
  words === undefined ? says : `${says}: ${words.join(', ')}`;

/** Help on one command. */
export const commandHelp = (command: DeviceCommand, columns: number): string => {
  const options = Object.entries(command.options);
  const positionals = command.positionals.map(
    (positional) => [shownPositional(positional), withWords(positional)] as const,
  );
  const named = options.map((entry) => [shownOption(entry), withWords(entry[1])] as const);
  return [
    `Usage: ${INVOCATION} ${signature(command)}`,
    '',
    ...wrap(command.purpose, columns),
    ...(positionals.length + named.length === 0
      ? []
      : ['', ...definitions([...positionals, ...named], columns)]),
    '',
    'Examples:',
    ...command.examples.flatMap(([words, does]) => [
      `${' '.repeat(MARGIN)}${INVOCATION} ${words}`,
      ...wrap(does, columns - 3 * MARGIN).map((line) => `${' '.repeat(3 * MARGIN)}${line}`),
    ]),
  ].join('\n');
};

/** What `device` can do. */
export const overview = (commands: readonly DeviceCommand[], columns: number): string =>
  [
    `Usage: ${INVOCATION} <command>`,
    '',
    ...definitions(
      commands.map((command) => [signature(command).replace(' [options]', ''), command.purpose]),
      columns,
    ),
    '',
    `${INVOCATION} <command> --help tells its options, with examples.`,
    'Exit codes: 0 done and well, 1 done and something is faulty, 2 refused, with one line that says why.',
  ].join('\n');
