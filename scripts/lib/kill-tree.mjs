import { spawnSync } from 'node:child_process';

/**
 * Signals a process and everything it started. Elsewhere than on Windows the process must lead its own group.
 * @param {number} pid
 * @param {'SIGTERM' | 'SIGKILL'} signal on Windows every signal ends the tree at once
 */
export const killTree = (pid, signal) => {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
};
