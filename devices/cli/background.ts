import { readFileSync } from 'node:fs';

/** Places in `/proc/self/stat`, counted after the program's name, of our process group and of the one that the terminal listens to. */
const GROUP = 2;
const FOREGROUND_GROUP = 5;

/**
 * Whether this process was started in the background of a terminal: reading from it would stop us (SIGTTIN). Where the system does not
 * tell, it was not.
 */
export const isInBackground = (): boolean => {
  if (process.platform !== 'linux' || process.stdin.isTTY !== true) return false;
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[GROUP] !== fields[FOREGROUND_GROUP];
  } catch {
    return false;
  }
};
