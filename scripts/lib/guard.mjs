import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { killTree } from './kill-tree.mjs';

// Outlives a command that was killed outright and could not stop what it had started.
// It reads `+pid` and `-pid` lines; when they end, what is left is stopped.

/** Time a process has to end by itself, in ms. */
const grace = 2_000;
/** @type {Set<number>} */
const owned = new Set();

for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1));
  if (line.startsWith('+')) owned.add(pid);
  else owned.delete(pid);
}
for (const pid of owned) killTree(pid, 'SIGTERM');
if (owned.size > 0) await delay(grace);
for (const pid of owned) killTree(pid, 'SIGKILL');
