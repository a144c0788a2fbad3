import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inProject } from '../../lib/paths.mjs';
import { sizeOf } from '../../lib/size-of.mjs';
import { endWithUs } from '../../lib/tied.mjs';

const electronPackage = inProject('node_modules', 'electron');
const refusalMark = inProject('node_modules', '.cabine-electron-refused');

/** A download that receives nothing for this long has failed, in ms. */
const stallLimit = 30_000;
/** The whole download and unpacking, in ms. */
const deadline = 600_000;
/** After a failed download the fallback is used straight away for this long, in ms. */
const refusalLasts = 3_600_000;

/** @typedef {{ folder: string, executable: string }} InstalledRuntime */

/**
 * The electron package's own binary, when it is there and whole.
 * @returns {InstalledRuntime | undefined}
 */
export const installedRuntime = () => {
  try {
    const { version } = JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8'));
    const folder = join(electronPackage, 'dist');
    if (readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') !== version) return undefined;
    const executable = join(folder, readFileSync(join(electronPackage, 'path.txt'), 'utf8'));
    return existsSync(executable) ? { folder, executable } : undefined;
  } catch {
    return undefined;
  }
};

/** Whether a download failed so lately that trying again would only cost time. */
export const downloadRefusedLately = async () => {
  try {
    return Date.now() - (await stat(refusalMark)).mtimeMs < refusalLasts;
  } catch {
    return false;
  }
};

/**
 * Downloads the electron package's binary with the package's own installer, which checks its hash.
 * @param {(megabytes: number) => void} onProgress
 * @returns {Promise<boolean>} whether the binary is there now
 */
export const downloadRuntime = async (onProgress) => {
  const temporary = await mkdtemp(join(tmpdir(), 'cabine-electron-'));
  try {
    const done = await install(temporary, onProgress);
    if (done && installedRuntime() !== undefined) {
      await rm(refusalMark, { force: true });
      return true;
    }
    await mkdir(dirname(refusalMark), { recursive: true });
    await writeFile(refusalMark, '');
    return false;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
};

/**
 * @param {string} temporary where the installer puts what it receives
 * @param {(megabytes: number) => void} onProgress
 * @returns {Promise<boolean>}
 */
const install = (temporary, onProgress) =>
  new Promise((settle) => {
    const behindProxy = ['HTTPS_PROXY', 'https_proxy'].some((name) => process.env[name]);
    const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
      stdio: 'ignore',
      env: {
        ...process.env,
        TMPDIR: temporary,
        TEMP: temporary,
        TMP: temporary,
        ...(behindProxy ? { ELECTRON_GET_USE_PROXY: '1' } : {}),
      },
      windowsHide: true,
    });
    endWithUs(child);
    const started = performance.now();
    let lastGrowth = started;
    let lastSize = -1;
    const watch = setInterval(async () => {
      const size = (await sizeOf(temporary)) + (await sizeOf(join(electronPackage, 'dist')));
      const now = performance.now();
      if (size !== lastSize) lastGrowth = now;
      lastSize = size;
      if (size > 0) onProgress(Math.round(size / 1e6));
      if (now - lastGrowth > stallLimit || now - started > deadline) child.kill('SIGKILL');
    }, 500);
    child.once('error', () => undefined);
    child.once('close', (code) => {
      clearInterval(watch);
      settle(code === 0);
    });
  });
