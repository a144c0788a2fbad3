import { constants } from 'node:os';

/**
 * Ends a short-lived program when we are told to end while it runs: an installation must not go on unseen.
 * @param {import('node:child_process').ChildProcess} child
 */
export const endWithUs = (child) => {
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    child.kill('SIGTERM');
    // Whoever else listens ends us in its own way.
    if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.on(signal, onSignal);
  child.once('close', () => {
    for (const signal of signals) process.off(signal, onSignal);
  });
};
