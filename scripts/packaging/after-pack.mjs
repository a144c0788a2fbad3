import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Removes what a development runtime carries to start an application folder: a packaged cabin starts only what
 * is in its own archive.
 * @param {{ appOutDir: string }} context electron-builder's
 */
export const afterPack = async ({ appOutDir }) => {
  for (const leftover of ['app', 'default_app.asar']) {
    await rm(join(appOutDir, 'resources', leftover), { recursive: true, force: true });
  }
};
