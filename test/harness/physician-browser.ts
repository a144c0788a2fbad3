import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';

/** A real Chromium with a fake camera and a profile of its own, as a physician's. */
export interface PhysicianBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  close(): Promise<void>;
}

const executablePath = process.env['CABINE_CHROMIUM'] ?? '/usr/bin/chromium';
const mustDropSandbox = process.platform === 'linux' && process.getuid?.() === 0;

/** Processes that were started with this folder. */
const processesOf = async (folder: string): Promise<number[]> => {
  const lines = await readdir('/proc');
  const own = lines.map(async (pid) => {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return /^\d+$/.test(pid) && command.includes(folder) ? [Number(pid)] : [];
  });
  return (await Promise.all(own)).flat();
};

/** The smallest screen that the page is made for. */
export const PHYSICIAN_VIEWPORT = { width: 1_366, height: 768 } as const;

/** One that can be ended as a power cut ends it: nobody is told by it. */
export interface MortalBrowser extends PhysicianBrowser {
  kill(): Promise<void>;
}

export const openPhysicianBrowser = async (
  options: {
    readonly locale?: string;
    readonly cameras?: number;
    /** As people have it: a page that was loaded and not touched since plays no sound. */
    readonly holdsSound?: boolean;
  } = {},
): Promise<MortalBrowser> => {
  const profile = await mkdtemp(join(tmpdir(), 'cabine-physician-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport: PHYSICIAN_VIEWPORT,
    locale: options.locale ?? 'fr-FR',
    args: [
      ...(mustDropSandbox ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--use-fake-device-for-media-stream=device-count=${options.cameras ?? 1}`,
      '--use-fake-ui-for-media-stream',
      ...(options.holdsSound === true ? [] : ['--autoplay-policy=no-user-gesture-required']),
    ],
  });
  return {
    context,
    page: context.pages()[0] ?? (await context.newPage()),
    kill: async () => {
      const gone = new Promise((resolve) => context.once('close', resolve));
      for (const pid of await processesOf(profile)) process.kill(pid, 'SIGKILL');
      await gone;
    },
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};
