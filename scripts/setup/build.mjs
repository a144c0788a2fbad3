import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { withLock } from '../lib/lock.mjs';
import { inProject, projectFolder } from '../lib/paths.mjs';
import { runNode } from '../lib/run.mjs';
import { Stop } from '../lib/stop.mjs';

/** Everything the build reads. */
const sources = [
  'core',
  'electron',
  'gateway',
  'devices',
  'renderer',
  'electron.vite.config.ts',
  'vite.web.config.ts',
  'package.json',
  'package-lock.json',
];
const products = [
  'out/main/index.js',
  'out/main/simulator-host.js',
  'out/preload/patient.cjs',
  'out/renderer/patient.html',
  'out/web/physician.html',
];
const mark = inProject('out', '.build-hash');
const viteProgram = join('node_modules', 'vite', 'bin', 'vite.js');
const builds = [
  [join('node_modules', 'electron-vite', 'bin', 'electron-vite.js'), 'build'],
  [viteProgram, 'build', '-c', 'vite.web.config.ts'],
];

/**
 * Builds the application and the physician's page, unless no source changed since the last build.
 * @param {import('../lib/terminal.mjs').Terminal} terminal
 */
export const provideBuild = async (terminal) => {
  const hash = await hashSources();
  if (isCurrent(hash)) return;
  await withLock(inProject('out', 'locks', 'build'), () => build(hash, terminal), {
    onWait: (pid) => terminal.say('waitingForOther', { pid }),
  });
};

/** @param {string} hash */
const isCurrent = (hash) =>
  existsSync(mark) &&
  readFileSync(mark, 'utf8') === hash &&
  products.every((file) => existsSync(inProject(file)));

/** @param {string} hash @param {import('../lib/terminal.mjs').Terminal} terminal */
const build = async (hash, terminal) => {
  if (isCurrent(hash)) return;
  const progress = terminal.progress('build');
  for (const args of builds) {
    const { exitCode, output } = await runNode(args);
    if (exitCode === 0) continue;
    progress.end(terminal.text('failed'));
    terminal.pass(output);
    throw new Stop(terminal.text('buildFailed'), 1);
  }
  progress.end(terminal.text('done'));
  await mkdir(inProject('out'), { recursive: true });
  await writeFile(mark, hash);
};

const hashSources = async () => {
  const files = (await Promise.all(sources.map((source) => filesOf(inProject(source))))).flat().sort();
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${relative(projectFolder, file)}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
};

/** The product files at a path: a test never changes the build. @param {string} path @returns {Promise<string[]>} */
const filesOf = async (path) => {
  const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (found === undefined) return existsSync(path) ? [path] : [];
  return found
    .filter((entry) => entry.isFile() && !/\.(test\.tsx?|cap)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
};
