import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstLine } from './output-lines.ts';
import { inProject } from './paths.ts';

/** Three simulated devices on pseudo-terminals, in a process of their own, as `npm start` has them. */
export interface Rig {
  readonly devicesFile: string;
  /** An order of the tester, such as `silence tanita-scale`. */
  order(line: string): void;
  /** Kills it as an out-of-memory killer would: nothing is tidied up. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export const openRig = async (options: {
  readonly clockRate: number;
  readonly seed?: number;
  /** How the devices are reached; pseudo-terminals where there are any. */
  readonly wire?: 'pty' | 'tcp';
}): Promise<Rig> => {
  const folder = await mkdtemp(join(tmpdir(), 'cabine-rig-'));
  const devicesFile = join(folder, 'devices.json');
  const child = spawn(
    process.execPath,
    [
      inProject('node_modules', 'tsx', 'dist', 'cli.mjs'),
      inProject('devices', 'cli', 'main.ts'),
      'rig',
      '--out',
      devicesFile,
      '--clock-rate',
      String(options.clockRate),
      '--seed',
      String(options.seed ?? 7),
      ...(options.wire === undefined ? [] : ['--wire', options.wire]),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit');
      child.stdin.end();
      child.kill('SIGTERM');
      await exited;
    }
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await firstLine(child.stdout, (line) => (line === 'ready' ? true : undefined));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    devicesFile,
    order: (line) => {
      if (child.stdin.writable) child.stdin.write(`${line}\n`);
    },
    kill: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
    close,
  };
};
