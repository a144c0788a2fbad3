import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inProject } from './paths.mjs';
import { createProcesses } from './processes.mjs';

/** A program that starts another one in turn, prints both process numbers and stays; `deaf` ones ignore SIGTERM. */
const parentProgram = (deaf: boolean): string => `
  const { spawn } = require('node:child_process');
  ${deaf ? "process.on('SIGTERM', () => {});" : ''}
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  console.log(process.pid + ' ' + child.pid);
  setInterval(() => {}, 1000);`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const firstLine = async (stream: NodeJS.ReadableStream | null): Promise<string> => {
  if (stream === null) throw new Error('no output');
  const [line] = await once(createInterface({ input: stream }), 'line');
  return String(line);
};

const pidsOf = (line: string): number[] => line.trim().split(' ').map(Number);

/** Waits for processes that somebody else ends; the test's own time limit is the deadline. */
const allGone = async (pids: readonly number[]): Promise<void> => {
  while (pids.some(isAlive)) await new Promise((settle) => setImmediate(settle));
};

describe.skipIf(process.platform === 'win32')('owned processes', { timeout: 60_000 }, () => {
  it.each([false, true])('stops a process and what it started (deaf to SIGTERM: %s)', async (deaf) => {
    const processes = createProcesses({ grace: deaf ? 50 : 10_000 });
    const { child, exited } = processes.start('parent', process.execPath, ['-e', parentProgram(deaf)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const pids = pidsOf(await firstLine(child.stdout));
    expect(pids.map(isAlive)).toEqual([true, true]);
    await processes.stop();
    await exited;
    await allGone(pids);
  });

  it('says 127 for a program that is not there', async () => {
    const processes = createProcesses();
    expect(await processes.start('nothing', '/nowhere/nothing', []).exited).toBe(127);
    await processes.stop();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
    'leaves none behind when the command gets %s',
    async (signal) => {
      const library = pathToFileURL(inProject('scripts', 'lib', 'owning.mjs')).href;
      const command = `
      const { owningProcesses } = await import(${JSON.stringify(library)});
      await owningProcesses(async (processes) => processes.start('parent', process.execPath,
        ['-e', ${JSON.stringify(parentProgram(false))}], { stdio: ['ignore', 'inherit', 'ignore'] }).exited);`;
      const owner = spawn(process.execPath, ['--input-type=module', '-e', command], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const pids = pidsOf(await firstLine(owner.stdout));
      owner.kill(signal);
      await once(owner, 'exit');
      await allGone(pids);
      expect(pids.filter(isAlive)).toEqual([]);
    },
  );
});
