import { createProcesses } from './processes.mjs';

/** Exit code of a command that was interrupted: not a failure, the person wanted it. */
const interruptedCode = 0;

/**
 * Runs work that starts processes. Whatever ends it, Ctrl-C and SIGTERM included, they are all stopped.
 * @param {(processes: import('./processes.mjs').Processes) => Promise<number>} work gives the exit code
 * @param {{ onInterrupt?: () => void, interruptedExitCode?: number }} [options]
 * @returns {Promise<number>}
 */
export const owningProcesses = async (work, { onInterrupt, interruptedExitCode = interruptedCode } = {}) => {
  const processes = createProcesses();
  /** @type {() => void} */
  let interrupt = () => undefined;
  /** @type {Promise<number>} */
  const interrupted = new Promise((settle) => {
    interrupt = () => {
      onInterrupt?.();
      settle(interruptedExitCode);
    };
  });
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.once(signal, interrupt);
  // A second Ctrl-C must not cut the clean end short and leave processes behind.
  for (const signal of signals) process.on(signal, () => undefined);
  try {
    const working = work(processes);
    // After an interruption nobody waits for it, and its processes are taken away under it.
    working.catch(() => undefined);
    return await Promise.race([working, interrupted]);
  } finally {
    await processes.stop();
  }
};
