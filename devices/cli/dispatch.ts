import type { Result } from '#core/result.ts';
import { parseArguments } from './arguments.ts';
import type { Console, DeviceCommand, Verdict } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, overview } from './help.ts';
import { suggestion } from './nearest.ts';

const HELP_WORDS: readonly string[] = ['--help', '-h', 'help'];
/** Done, and something is not well. */
const EXIT_FAULTY = 1;
/** What the caller asked for cannot be done. */
const EXIT_REFUSED = 2;

const named = (name: string | undefined): DeviceCommand | undefined =>
  COMMANDS.find((command) => command.name === name);

const help = (name: string | undefined, { out, columns }: Console): void => {
  const command = named(name);
  out(command === undefined ? overview(COMMANDS, columns) : commandHelp(command, columns));
};

const run = async (
  command: DeviceCommand,
  words: readonly string[],
  console: Console,
): Promise<Result<Verdict, string>> => {
  const given = parseArguments(words, command);
  return given.ok ? await command.run(given.value, console) : given;
};

/** Does what the words after `device` say, and gives the exit code. */
export const dispatch = async (words: readonly string[], console: Console): Promise<number> => {
  const [name, ...rest] = words;
  if (name === undefined || HELP_WORDS.includes(name)) {
    help(rest[0], console);
    return name === undefined ? EXIT_REFUSED : 0;
  }
  const command = named(name);
  if (command === undefined) {
    console.log(
      `device: unknown command "${name}"${suggestion(
        name,
        COMMANDS.map((known) => known.name),
      )}`,
    );
    return EXIT_REFUSED;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    help(name, console);
    return 0;
  }
  const outcome = await run(command, rest, console);
  if (outcome.ok) return outcome.value === 'well' ? 0 : EXIT_FAULTY;
  console.log(`device ${name}: ${outcome.failure}`);
  return EXIT_REFUSED;
};
