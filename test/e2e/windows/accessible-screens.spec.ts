import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import { expect, type Page, test } from 'playwright/test';
import { SCREEN_NAMES } from '#renderer/apps/patient/preview/visits.ts';
import { LOCKED_SCENES } from '#renderer/preview/assistant-closed-scenes.ts';
import { ASSISTANT_SCENES } from '#renderer/preview/assistant-scenes.ts';
import { PHYSICIAN_SCENES } from '#renderer/preview/physician-scenes.ts';
import { TECHNICIAN_SCENES } from '#renderer/preview/technician-scenes.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openPreviewPages } from '#test/harness/preview-pages.ts';
import { inTurn } from '#test/harness/undo.ts';

/** Every screen of every person, as an automatic reader of WCAG 2.2 AA (what EN 301 549 asks of software) judges it. */
test.describe.configure({ timeout: 420_000 });

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PATIENT = 'apps/patient/preview/preview.html?screen=';
const staff = (screen: string) => `preview/index.html?screen=${screen}&scene=`;
const GUEST_SCENES = ['invited', 'asked', 'call', 'lost', 'unread'];

const TABLET_SCENES = ['tablets', 'tablet-pairing', 'tablet-locked', 'tablet-lost', 'tablet-away'];

const SCREENS = [
  { path: PATIENT, size: { width: 1_920, height: 1_080 }, scenes: SCREEN_NAMES },
  {
    path: staff('assistant'),
    size: { width: 1_024, height: 768 },
    scenes: [...Object.keys(ASSISTANT_SCENES), ...Object.keys(LOCKED_SCENES), 'blind', ...TABLET_SCENES],
  },
  { path: staff('physician'), size: { width: 1_366, height: 768 }, scenes: Object.keys(PHYSICIAN_SCENES) },
  { path: staff('technician'), size: { width: 1_366, height: 768 }, scenes: Object.keys(TECHNICIAN_SCENES) },
  { path: staff('guest'), size: { width: 1_366, height: 768 }, scenes: GUEST_SCENES },
];

/** The windows of the cabin run in a Chromium that lets the keyboard reach what scrolls and holds no key (130 and later), which axe does not know. */
const REACHED_BY_CHROMIUM = 'scrollable-region-focusable';

/** What the reader objects to, a line for each rule, with the first place. */
const objections = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async (tags) => {
    await document.fonts.ready;
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    // A page that is still coming has the colours of neither.
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) animation.finish();
    const { violations } = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`);
  }, STANDARD);

test('no screen breaks a rule that a program can see', async () => {
  const undo = inTurn();
  try {
    const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const { address } = undo.later(await openPreviewPages());
    const { page } = undo.later(await openPhysicianBrowser());
    const wrong: string[] = [];
    for (const { path, size, scenes } of SCREENS) {
      await page.setViewportSize(size);
      for (const [index, scene] of scenes.entries()) {
        const language = index % 2 === 0 ? 'fr' : 'en';
        await page.goto(`${address}${path}${scene}&lang=${language}`);
        await expect(
          page.locator('main, [role="alertdialog"], h1').filter({ visible: true }).first(),
        ).toBeVisible();
        await page.evaluate(`${source}\n;0`);
        const objected = (await objections(page)).filter(
          (objection) =>
            path.includes('physician') ||
            path.includes('guest') ||
            !objection.startsWith(REACHED_BY_CHROMIUM),
        );
        wrong.push(...objected.map((objection) => `${path}${scene} ${language}: ${objection}`));
      }
    }
    expect(wrong).toEqual([]);
  } finally {
    await undo.all();
  }
});
