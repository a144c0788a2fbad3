import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { inProject, PROJECT } from './paths.ts';

const MAIN = inProject('devices', 'cli', 'main.ts');

/** What a command did. */
export interface DeviceOutcome {
  readonly code: number;
  readonly out: string;
  readonly log: string;
}

/** Starts a command of `device`. */
export const startDevice = (...words: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['--import', 'tsx', MAIN, ...words], { cwd: PROJECT });

/** What a command has done once it has ended. */
export const outcomeOf = async (child: ChildProcessWithoutNullStreams): Promise<DeviceOutcome> => {
  let out = '';
  let log = '';
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    log += bytes.toString();
  });
  const [code] = await once(child, 'close');
  return { code: Number(code), out, log };
};

/** Runs a command of `device` to its end. */
export const runDevice = (words: readonly string[], input = ''): Promise<DeviceOutcome> => {
  const child = startDevice(...words);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return outcomeOf(child);
};

/** The first line that a command writes: the address of a simulator, `ready`. */
export const firstLine = async (child: ChildProcessWithoutNullStreams): Promise<string> => {
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return String(line);
};

/** Ends a command as Ctrl-C does, and waits for it. */
export const interrupt = async (child: ChildProcessWithoutNullStreams): Promise<number> => {
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const [code] = await ended;
  return Number(code);
};
