import { readdirSync, readFileSync } from 'node:fs';

const commandLine = (pid: string): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    // It ended between the listing and the look.
    return '';
  }
};

/** Kills the program behind a pseudo-terminal, as when somebody tears out the adapter: the line is gone without a word. */
export const killLine = (path: string): number => {
  const pids = readdirSync('/proc').filter(
    (name) => /^\d+$/.test(name) && commandLine(name).includes(`link=${path}`),
  );
  for (const pid of pids) process.kill(Number(pid), 'SIGKILL');
  return pids.length;
};
