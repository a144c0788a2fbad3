import { spawn } from 'node:child_process';
import { inProject } from '../lib/paths.mjs';
import { typescriptArguments } from '../lib/run.mjs';
import { createTerminal, languageOf } from '../lib/terminal.mjs';
import { prepare } from '../setup/prepare.mjs';

/**
 * Runs one of our command-line programs in our place: its input, output and exit code are ours.
 * Set-up speaks on the error stream, and only when there is something to set up.
 * @param {readonly string[]} file the TypeScript program, inside the project
 * @param {readonly string[]} argv
 * @param {readonly import('../setup/system-packages.mjs').Need[]} [needs]
 * @returns {Promise<number>}
 */
export const runForeground = async (file, argv, needs = []) => {
  await prepare(createTerminal({ language: languageOf(argv) }), needs);
  return new Promise((settle) => {
    const child = spawn(process.execPath, typescriptArguments(inProject(...file), argv), {
      stdio: 'inherit',
    });
    // Ctrl-C reaches it by itself, being in our group; it decides when to end.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', () => settle(127));
    child.once('exit', (code) => settle(code ?? 1));
  });
};
