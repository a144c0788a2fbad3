import { expect, type Page, test } from 'playwright/test';
import { SCREEN_NAMES } from '#renderer/apps/patient/preview/visits.ts';
import { arabicWords } from '#renderer/i18n/ar/index.ts';
import { spanishWords } from '#renderer/i18n/es/index.ts';
import { frenchLeftOn } from '#test/harness/french-left.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openPreviewPages } from '#test/harness/preview-pages.ts';
import { auditScreen, PATIENT_RULES } from '#test/harness/screen-audit.ts';
import { inTurn } from '#test/harness/undo.ts';

/** Every patient screen in the languages that only patients read, at both sizes and with large text. */
test.describe.configure({ timeout: 600_000 });

const LANDSCAPE = { width: 1920, height: 1080 };
const UPRIGHT = { width: 1080, height: 1920 };
/** What is typed on: the screen that leads there, and its key. */
const TYPED = [
  { screen: 'reason', key: { es: spanishWords.patient.reason.write, ar: arabicWords.patient.reason.write } },
  { screen: 'call-message', key: { es: spanishWords.conversation.open, ar: arabicWords.conversation.open } },
] as const;
/** Spanish is about as long as English; Arabic has another script and side. */
const SIDES = { es: 'ltr', ar: 'rtl' } as const;

const ready = async (page: Page, url: string) => {
  await page.setViewportSize(LANDSCAPE);
  await page.goto(url);
  await expect(page.locator('button:visible').first()).toBeVisible();
};

test('Spanish and Arabic are whole on every patient screen, and nothing is cut', async () => {
  const undo = inTurn();
  try {
    const { address } = undo.later(await openPreviewPages());
    const { page } = undo.later(await openPhysicianBrowser());
    const wrong: string[] = [];
    for (const [language, side] of Object.entries(SIDES)) {
      for (const screen of SCREEN_NAMES) {
        const query = `simulation&line=guest&screen=${screen}&lang=${language}&text=large`;
        await ready(page, `${address}apps/patient/preview/preview.html?${query}`);
        await expect(page.locator('html')).toHaveAttribute('dir', side);
        const french = (await frenchLeftOn(page)).map((text) => `in French: ${text}`);
        const flat = await auditScreen(page, PATIENT_RULES, [{ text: 'large' }]);
        await page.setViewportSize(UPRIGHT);
        const upright = await auditScreen(page, PATIENT_RULES, [{ text: 'large' }]);
        wrong.push(
          ...french.map((each) => `${language} ${screen}: ${each}`),
          ...flat.map((each) => `${language} ${screen} 1920x1080: ${each}`),
          ...upright.map((each) => `${language} ${screen} 1080x1920: ${each}`),
        );
      }
    }
    expect(wrong).toEqual([]);
  } finally {
    await undo.all();
  }
});

test('the keyboard on screen has the letters of the language, and nothing is cut beside it', async () => {
  const undo = inTurn();
  try {
    const { address } = undo.later(await openPreviewPages());
    const { page } = undo.later(await openPhysicianBrowser());
    const wrong: string[] = [];
    for (const language of ['es', 'ar'] as const) {
      for (const { screen, key } of TYPED) {
        const query = `simulation&screen=${screen}&lang=${language}&text=large`;
        await ready(page, `${address}apps/patient/preview/preview.html?${query}`);
        await page.getByRole('button', { name: key[language], exact: true }).click();
        const letter = language === 'ar' ? 'ض' : 'ñ';
        await expect(page.getByRole('button', { name: letter, exact: true })).toBeVisible();
        const flat = await auditScreen(page, PATIENT_RULES, [{ text: 'large' }]);
        await page.setViewportSize(UPRIGHT);
        const upright = await auditScreen(page, PATIENT_RULES, [{ text: 'large' }]);
        wrong.push(...[...flat, ...upright].map((each) => `${language} ${screen}: ${each}`));
      }
    }
    expect(wrong).toEqual([]);
  } finally {
    await undo.all();
  }
});
