import { createInterface } from 'node:readline';
import { parseArguments } from './arguments.ts';
import type { Console, DeviceCommand } from './command.ts';
import { decodeCommand } from './decode-command.ts';
import { listCommand } from './list-command.ts';
import { monitorCommand } from './monitor-command.ts';
import { rigCommand } from './rig-command.ts';
import { simulateCommand } from './simulate-command.ts';

const COMMANDS: readonly DeviceCommand[] = [
  listCommand,
  decodeCommand,
  simulateCommand,
  monitorCommand,
  rigCommand,
];
const HELP_WORDS: readonly string[] = ['--help', '-h', 'help'];
/** What the caller asked for cannot be done. */
const EXIT_REFUSED = 2;

const help = (): string => {
  const width = Math.max(...COMMANDS.map(({ usage }) => usage.length));
  const lines = COMMANDS.map(({ usage, purpose }) => `  ${usage.padEnd(width)}  ${purpose}`);
  return ['Usage: device <command>', '', ...lines].join('\n');
};

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
  readInput,
  stopped,
  inputEnded: () => new Promise((resolve) => process.stdin.once('end', resolve).once('close', resolve)),
  onLine: (listener) => {
    const lines = createInterface({ input: process.stdin }).on('line', listener);
    return () => lines.close();
  },
};

const main = async (words: readonly string[]): Promise<number> => {
  const [name, ...rest] = words;
  if (name === undefined || HELP_WORDS.includes(name) || rest.includes('--help')) {
    terminal.out(help());
    return name === undefined ? EXIT_REFUSED : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    terminal.log(`device: unknown command "${name}"; see device --help`);
    return EXIT_REFUSED;
  }
  const given = parseArguments(rest, command.options);
  const outcome = given.ok ? await command.run(given.value, terminal) : given;
  if (outcome.ok) return 0;
  terminal.log(`device ${name}: ${outcome.failure}`);
  return EXIT_REFUSED;
};

// A reader that closed the pipe (head) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await main(process.argv.slice(2));
