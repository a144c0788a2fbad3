import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { killTree } from './kill-tree.mjs';

/** @typedef {ReturnType<typeof createProcesses>} Processes */

/**
 * @typedef {object} OwnedProcess
 * @property {string} name for messages
 * @property {import('node:child_process').ChildProcess} child
 * @property {Promise<number>} exited its exit code once it is gone; 127 when it could not be started
 * @property {boolean} endsWithInput
 */

/**
 * @typedef {object} StartOptions
 * @property {import('node:child_process').StdioOptions} [stdio] `ignore` unless told; what is a pipe must be read
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {boolean} [endsWithInput] the process ends by itself when its standard input closes
 */

/** In ms; Electron closes its windows and hands over within it. */
const usualGrace = 4_000;

/**
 * The child processes a command owns. `stop` ends each of them with all it started, last started first;
 * should the command itself be killed outright, a guard process ends them.
 * @param {{ grace?: number }} [options] time each has to end by itself before it is killed, in ms
 */
export const createProcesses = ({ grace = usualGrace } = {}) => {
  /** @type {OwnedProcess[]} */
  const owned = [];
  /** @type {(() => Promise<void>)[]} */
  const cleanups = [];
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let guard;
  /** @type {Promise<void> | undefined} */
  let stopping;

  /** @param {string} line */
  const tellGuard = (line) => {
    guard ??= startGuard();
    if (guard.stdin?.writable) guard.stdin.write(`${line}\n`);
  };

  /**
   * @param {string} name for messages
   * @param {string} command
   * @param {readonly string[]} args
   * @param {StartOptions} [options]
   * @returns {OwnedProcess}
   */
  const start = (name, command, args, { stdio = 'ignore', env, cwd, endsWithInput = false } = {}) => {
    const child = spawn(command, [...args], {
      stdio,
      env: env ?? process.env,
      ...(cwd === undefined ? {} : { cwd }),
      // Its own group: we decide the order of the end, and can end what it started in turn.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    /** @type {Promise<number>} */
    const exited = new Promise((settle) => {
      child.once('error', () => settle(127));
      child.once('exit', (code) => settle(code ?? 1));
    });
    const { pid } = child;
    if (pid !== undefined) {
      tellGuard(`+${pid}`);
      void exited.then(() => tellGuard(`-${pid}`));
    }
    const process_ = { name, child, exited, endsWithInput };
    owned.push(process_);
    return process_;
  };

  const stop = () => {
    stopping ??= (async () => {
      for (const one of owned.toReversed()) await end(one, grace);
      for (const cleanup of cleanups) await cleanup();
      guard?.stdin?.end();
    })();
    return stopping;
  };

  /** What to tidy once all have stopped. @param {() => Promise<void>} cleanup */
  const afterwards = (cleanup) => void cleanups.push(cleanup);

  return { start, stop, afterwards };
};

const startGuard = () => {
  const guard = spawn(process.execPath, [fileURLToPath(new URL('guard.mjs', import.meta.url))], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
  });
  // Nothing depends on it when all goes well, so neither its failure nor its life may hold the command.
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  /** @type {import('node:net').Socket} */ (/** @type {unknown} */ (guard.stdin)).unref();
  return guard;
};

/** @param {OwnedProcess} owned @param {number} grace in ms */
const end = async ({ child, exited, endsWithInput }, grace) => {
  const { pid } = child;
  if (pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    if (endsWithInput && child.stdin) child.stdin.end();
    // It alone is asked: told together with it, Electron's helpers die first and it reports them as crashed.
    else child.kill('SIGTERM');
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const tooLong = new Promise((settle) => {
      timer = setTimeout(settle, grace);
    });
    await Promise.race([exited, tooLong]);
    clearTimeout(timer);
  }
  // Also when it ended by itself: what it started may still be there.
  killTree(pid, 'SIGKILL');
  await exited;
};
