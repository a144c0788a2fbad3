import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { findProgram } from '#scripts/lib/find-program.mjs';

const run = promisify(execFile);
const certutil = findProgram('certutil');
const executablePath = process.env['CABINE_CHROMIUM'] ?? '/usr/bin/chromium';
const mustDropSandbox = process.platform === 'linux' && process.getuid?.() === 0;

/** Why no authority can be installed for a browser here; undefined when one can. */
export const noTablet: string | undefined =
  certutil === undefined ? 'certutil (libnss3-tools) is not installed' : undefined;

/** A Chromium with the screen of a tablet and a home of its own, in which an authority can be installed. */
export interface TabletBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  close(): Promise<void>;
}

/** `authority`: a certificate (DER) that this browser trusts, as one whose owner installed it. */
export const openTabletBrowser = async (authority?: Uint8Array): Promise<TabletBrowser> => {
  const home = await mkdtemp(join(tmpdir(), 'cabine-tablet-'));
  if (authority !== undefined && certutil !== undefined) {
    const database = join(home, '.pki', 'nssdb');
    const file = join(home, 'authority.crt');
    await mkdir(database, { recursive: true });
    await writeFile(file, authority);
    await run(certutil, ['-d', `sql:${database}`, '-N', '--empty-password']);
    await run(certutil, ['-d', `sql:${database}`, '-A', '-t', 'C,,', '-n', 'cabine', '-i', file]);
  }
  const context = await chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath,
    headless: true,
    viewport: { width: 1_024, height: 768 },
    locale: 'fr-FR',
    hasTouch: true,
    env: { ...process.env, HOME: home } as Record<string, string>,
    args: [
      ...(mustDropSandbox ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    close: async () => {
      await context.close();
      await rm(home, { recursive: true, force: true });
    },
  };
};
