import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firefox } from 'playwright';
import { watchPeers } from '../instrument-page.ts';
import { PHYSICIAN_VIEWPORT, type PhysicianBrowser } from '../physician-browser.ts';
import { keepBytes } from './kept-bytes.ts';

/** A Firefox as it is installed, with cameras, microphones and their yes of its own making. */
const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
} as const;

/** A real, unpatched Firefox with a fake camera and a profile of its own, in the place of a physician's Chromium. */
export const openPhysicianFirefox = async (program: string): Promise<PhysicianBrowser> => {
  const profile = await mkdtemp(join(tmpdir(), 'cabine-firefox-'));
  const context = await firefox.launchPersistentContext(profile, {
    // The channel makes Playwright speak WebDriver BiDi; the program it starts brings it to a stable Firefox.
    channel: 'moz-firefox',
    executablePath: join(import.meta.dirname, 'bridge-to-firefox.mjs'),
    env: { ...process.env, CABINE_FIREFOX: program } as Record<string, string>,
    headless: true,
    viewport: PHYSICIAN_VIEWPORT,
    locale: 'fr-FR',
    firefoxUserPrefs: PREFERENCES,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await watchPeers(page);
  await keepBytes(page);
  return {
    context,
    page,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
};
