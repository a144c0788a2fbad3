import { createInterface } from 'node:readline';
import type { Result } from '#core/result.ts';
import { parseArguments } from './arguments.ts';
import { isInBackground } from './background.ts';
import type { Console, DeviceCommand, Verdict } from './command.ts';
import { COMMANDS } from './commands.ts';
import { commandHelp, overview } from './help.ts';
import { suggestion } from './nearest.ts';

const HELP_WORDS: readonly string[] = ['--help', '-h', 'help'];
/** Done, and something is not well. */
const EXIT_FAULTY = 1;
/** What the caller asked for cannot be done. */
const EXIT_REFUSED = 2;
/** Where output is not a terminal. */
const USUAL_COLUMNS = 120;

const readInput = async (): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
};

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    // Not `once`: a second signal, as terminals and wrappers send it, would otherwise end us in the middle of the cleaning up.
    process.on('SIGINT', () => resolve());
    process.on('SIGTERM', () => resolve());
  });

const terminal: Console = {
  out: (text) => void process.stdout.write(`${text}\n`),
  log: (text) => void process.stderr.write(`${text}\n`),
  columns: process.stdout.columns ?? USUAL_COLUMNS,
  live: process.stdout.isTTY === true,
  readInput,
  stopped,
  inputEnded: () => new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve)),
  onLine: (listener) => {
    if (isInBackground()) return () => undefined;
    const lines = createInterface({ input: process.stdin }).on('line', listener);
    return () => lines.close();
  },
};

const named = (name: string | undefined): DeviceCommand | undefined =>
  COMMANDS.find((command) => command.name === name);

const help = (name: string | undefined): void => {
  const command = named(name);
  const { columns } = terminal;
  terminal.out(command === undefined ? overview(COMMANDS, columns) : commandHelp(command, columns));
};

const run = async (command: DeviceCommand, words: readonly string[]): Promise<Result<Verdict, string>> => {
  const given = parseArguments(words, command);
  return given.ok ? await command.run(given.value, terminal) : given;
};

const main = async (words: readonly string[]): Promise<number> => {
  const [name, ...rest] = words;
  if (name === undefined || HELP_WORDS.includes(name)) {
    help(rest[0]);
    return name === undefined ? EXIT_REFUSED : 0;
  }
  const command = named(name);
  if (command === undefined) {
    const names = COMMANDS.map((known) => known.name);
    terminal.log(`device: unknown command "${name}"${suggestion(name, names)}`);
    return EXIT_REFUSED;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    help(name);
    return 0;
  }
  const outcome = await run(command, rest);
  if (outcome.ok) return outcome.value === 'well' ? 0 : EXIT_FAULTY;
  terminal.log(`device ${name}: ${outcome.failure}`);
  return EXIT_REFUSED;
};

// A reader that closed the pipe (head) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await main(process.argv.slice(2));
