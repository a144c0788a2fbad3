import { readdir, readlink, realpath } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** How often is looked whether somebody has opened a pseudo-terminal, in milliseconds. */
const LOOK_MS = 100;

const opensIt = async (process: string, terminal: string): Promise<boolean> => {
  const files = await readdir(`/proc/${process}/fd`).catch(() => []);
  const targets = await Promise.all(
    files.map((file) => readlink(`/proc/${process}/fd/${file}`).catch(() => undefined)),
  );
  return targets.includes(terminal);
};

/** Whether a process other than `owner` has the terminal open; true where the system does not tell. */
const isOpened = async (terminal: string, owner: number | undefined): Promise<boolean> => {
  const all = await readdir('/proc').catch(() => undefined);
  if (all === undefined) return true;
  const others = all.filter((name) => /^\d+$/.test(name) && name !== String(owner));
  for (const process of others) if (await opensIt(process, terminal)) return true;
  return false;
};

/** Waits until a program opens the pseudo-terminal at `path`: its master is not told, but the kernel lists every open file. */
export const terminalOpened = async (path: string, owner: () => number | undefined): Promise<void> => {
  while (owner() !== undefined) {
    const terminal = await realpath(path).catch(() => undefined);
    const opened = terminal !== undefined && (await isOpened(terminal, owner()));
    await delay(LOOK_MS, undefined, { ref: false });
    // A program throws away what waited in a port just after it has opened it.
    if (opened) return;
  }
};
