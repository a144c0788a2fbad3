import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inProject, projectFolder } from './paths.mjs';
import { endWithUs } from './tied.mjs';

/**
 * @typedef {object} Finished
 * @property {number} exitCode 127 when the program could not be started
 * @property {string} output what it wrote on both streams; empty when they were passed on
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, onOutput?: (text: string) => void, passOutput?: boolean }} [options]
 *   `passOutput`: the program writes straight to our own terminal
 * @returns {Promise<Finished>}
 */
export const run = (command, args, { env, cwd = projectFolder, onOutput, passOutput = false } = {}) =>
  new Promise((settle) => {
    const child = spawn(command, [...args], {
      cwd,
      env: env ?? process.env,
      stdio: passOutput ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    endWithUs(child);
    let output = '';
    /** @param {Buffer} chunk */
    const keep = (chunk) => {
      output += chunk.toString();
      onOutput?.(chunk.toString());
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => settle({ exitCode: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code) => settle({ exitCode: code ?? 1, output }));
  });

/** Runs a JavaScript file with the Node we run on. @type {(args: readonly string[], options?: Parameters<typeof run>[2]) => Promise<Finished>} */
export const runNode = (args, options) => run(process.execPath, args, options);

/** The arguments that make Node run one of our TypeScript files. @param {string} file @param {readonly string[]} args */
export const typescriptArguments = (file, args) => {
  const loader = createRequire(inProject('package.json')).resolve('tsx');
  return ['--import', pathToFileURL(loader).href, file, ...args];
};
