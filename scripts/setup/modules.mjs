import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { withLock } from '../lib/lock.mjs';
import { npmCommand } from '../lib/npm.mjs';
import { inProject } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

const mark = inProject('node_modules', '.cabine-lock-hash');

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(inProject('package-lock.json')))
    .digest('hex');

const isUpToDate = () => existsSync(mark) && readFileSync(mark, 'utf8').trim() === lockHash();

/**
 * Whether a path is a link to some other place; a link that leads nowhere is one too.
 * @param {string} path
 */
export const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/**
 * Installs the packages of the lock file when they are missing or the lock file changed.
 * Nothing reaches the standard output.
 * @param {import('../lib/terminal.mjs').Terminal} terminal
 */
export const provideModules = async (terminal) => {
  if (isUpToDate()) return;
  if (isLink(inProject('node_modules'))) throw new Stop(terminal.text('modulesLinked'), 2);
  await withLock(inProject('out', 'locks', 'modules'), () => install(terminal), {
    onWait: (pid) => terminal.say('waitingForOther', { pid }),
  });
};

/** Paths of the packages that this system will hold. @returns {string[]} */
const expectedModules = () => {
  /** @type {{ packages: Record<string, { os?: string[], cpu?: string[], libc?: string[] }> }} */
  const lock = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(
      ([, { os, cpu, libc }]) => fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, 'glibc'),
    )
    .filter(([path]) => path !== '')
    .map(([path]) => path);
};

/** @param {readonly string[] | undefined} accepted @param {string} ours */
const fits = (accepted, ours) => accepted === undefined || accepted.includes(ours);

/** @param {import('../lib/terminal.mjs').Terminal} terminal */
const install = async (terminal) => {
  if (isUpToDate()) return;
  const progress = terminal.progress('modulesInstall');
  const expected = expectedModules();
  const watch = setInterval(() => {
    const there = expected.filter((path) => existsSync(inProject(path, 'package.json'))).length;
    progress.update(terminal.text('modulesCount', { there, total: expected.length }));
  }, 500);
  const [command, ...before] = npmCommand();
  const { exitCode, output } = await run(command, [
    ...before,
    'ci',
    '--no-audit',
    '--no-fund',
    '--loglevel',
    'error',
  ]);
  clearInterval(watch);
  progress.end(terminal.text(exitCode === 0 ? 'done' : 'failed'));
  if (exitCode !== 0) {
    terminal.pass(output);
    throw new Stop(terminal.text('modulesFailed'), 1);
  }
  await writeFile(mark, lockHash());
};
