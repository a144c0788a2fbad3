import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { PROJECT } from './paths.ts';

/** How a cabin that could not start ended. */
export interface CabinExit {
  readonly code: number | null;
  /** What it said of itself on standard error; Chromium's own lines are not in it. */
  readonly said: readonly string[];
}

const mustDropSandbox = process.platform === 'linux' && process.getuid?.() === 0;
const runtime = join(
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PROJECT, 'node_modules', 'electron', 'dist'),
  process.platform === 'win32' ? 'electron.exe' : 'electron',
);

/** Starts a cabin that is expected to give up, and waits for its end. */
export const runUntilExit = async (switches: readonly string[]): Promise<CabinExit> => {
  const userData = await mkdtemp(join(tmpdir(), 'cabine-exit-'));
  const child = spawn(
    runtime,
    [...(mustDropSandbox ? ['--no-sandbox'] : []), `--user-data-dir=${userData}`, PROJECT, ...switches],
    { cwd: PROJECT, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const [stderr] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  await rm(userData, { recursive: true, force: true });
  return { code: child.exitCode, said: stderr.split('\n').filter((one) => one.startsWith('cabine: ')) };
};
