import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withLock } from '../../lib/lock.mjs';
import { inProject } from '../../lib/paths.mjs';
import { Stop } from '../../lib/stop.mjs';
import { provideFallback } from './fallback.mjs';
import { downloadRefusedLately, downloadRuntime, installedRuntime } from './installed.mjs';
import { runtimeOrder } from './order.mjs';

/** @typedef {import('./order.mjs').RuntimeSource} RuntimeSource */
/** @typedef {import('../../lib/terminal.mjs').Terminal} Terminal */

/**
 * @typedef {object} Runtime
 * @property {'override' | 'installed' | 'fallback'} source
 * @property {string} folder what `ELECTRON_OVERRIDE_DIST_PATH` must name for other tools to find it
 * @property {string} executable
 * @property {string} version
 */

/**
 * The Electron runtime to start, made or downloaded when there is none, and said on the terminal.
 * @param {Terminal} terminal
 * @returns {Promise<Runtime>}
 * @throws {Stop} when none can be had
 */
export const findRuntime = async (terminal) => {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const order = runtimeOrder({
    override: Boolean(override),
    installed: installedRuntime() !== undefined,
    refusedLately: await downloadRefusedLately(),
    platform: process.platform,
    arch: process.arch,
  });
  for (const source of order) {
    const runtime = await takers[source](terminal);
    if (runtime === undefined) continue;
    terminal.say(saidAs[runtime.source], { folder: runtime.folder, version: runtime.version });
    return runtime;
  }
  throw new Stop(terminal.text('runtimeNone'), 2);
};

/** @type {Record<Runtime['source'], import('../../lib/terminal.mjs').MessageKey>} */
const saidAs = { override: 'runtimeOverride', installed: 'runtimeInstalled', fallback: 'runtimeFallback' };

/** @type {Record<RuntimeSource, (terminal: Terminal) => Promise<Runtime | undefined>>} */
const takers = {
  override: async (terminal) => {
    const folder = resolve(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? '');
    const executable = [...executableNames].map((name) => join(folder, name)).find(existsSync);
    if (executable === undefined) throw new Stop(terminal.text('runtimeOverrideMissing', { folder }), 2);
    return { source: 'override', folder, executable, version: versionOf(folder) };
  },
  installed: async () => takeInstalled(),
  download: (terminal) =>
    withLock(inProject('out', 'locks', 'electron'), async () => {
      if (installedRuntime() !== undefined) return takeInstalled();
      const progress = terminal.progress('runtimeDownload');
      const done = await downloadRuntime((megabytes) => progress.update(`${megabytes} MB`));
      progress.end(done ? terminal.text('done') : terminal.text('runtimeDownloadFailed'));
      return done ? takeInstalled() : undefined;
    }),
  fallback: async (terminal) => {
    const made = await makeFallback(terminal);
    if (!made.ok) {
      terminal.say('runtimeFallbackFailed', { reason: made.reason });
      return undefined;
    }
    const { folder } = made;
    return { source: 'fallback', folder, executable: join(folder, 'electron'), version: versionOf(folder) };
  },
};

const executableNames = ['electron', 'electron.exe', 'Electron.app/Contents/MacOS/Electron'];

/** @returns {Runtime | undefined} */
const takeInstalled = () => {
  const found = installedRuntime();
  return found && { source: 'installed', ...found, version: versionOf(found.folder) };
};

/** @param {string} folder */
const versionOf = (folder) => {
  try {
    return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  } catch {
    return '?';
  }
};

/** @param {Terminal} terminal */
const makeFallback = async (terminal) => {
  /** @type {ReturnType<Terminal['progress']> | undefined} */
  let receiving;
  /** @type {ReturnType<Terminal['progress']> | undefined} */
  let unpacking;
  const made = await provideFallback(process.env, {
    onDownload: (done, total) => {
      receiving ??= terminal.progress('fallbackDownload');
      receiving.update(`${done} / ${total} MB`);
    },
    onUnpack: (done, total) => {
      receiving?.end(terminal.text('done'));
      receiving = undefined;
      unpacking ??= terminal.progress('fallbackUnpack');
      unpacking.update(`${Math.round((100 * done) / total)} %`);
    },
    onWait: (pid) => terminal.say('waitingForOther', { pid }),
  });
  const current = unpacking ?? receiving;
  current?.end(terminal.text(made.ok ? 'done' : 'failed'));
  return made;
};
