import { createInterface } from 'node:readline';
import { isInBackground } from './background.ts';
import type { Console } from './command.ts';
import { dispatch } from './dispatch.ts';

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

// A reader that closed the pipe (head) has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

process.exitCode = await dispatch(process.argv.slice(2), terminal);
