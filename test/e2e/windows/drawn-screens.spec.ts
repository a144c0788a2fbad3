import { expect, type Page, test } from 'playwright/test';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openPreviewPages } from '#test/harness/preview-pages.ts';
import { auditScreen, type Look, PATIENT_RULES, type ScreenRules } from '#test/harness/screen-audit.ts';
import { ASSISTANT_RULES, PHYSICIAN_RULES } from '#test/harness/screen-rules.ts';
import { inTurn } from '#test/harness/undo.ts';

/** The crowded moments of a consultation, which a visit reaches seldom, drawn at every size that they are made for. */
test.describe.configure({ timeout: 300_000 });

const LANGUAGES = ['fr', 'en'] as const;
const LARGE: readonly Look[] = [{ text: 'large' }];

interface Drawn {
  readonly path: string;
  /** In CSS pixels. */
  readonly sizes: readonly string[];
  /** The rest of the preview's address; `press` names a key to press. */
  readonly scenes: readonly string[];
  readonly rules: ScreenRules;
  readonly looks: readonly Look[];
}

const PATIENT = 'apps/patient/preview/preview.html?simulation&text=large&';
const STAFF = 'preview/index.html?';
const UPRIGHT = { ...PATIENT_RULES, whole: '.scroll > .view', face: '.stage > video' };

const DRAWN: Readonly<Record<string, Drawn>> = {
  'a request in the patient’s call, upright': {
    path: PATIENT,
    sizes: ['1080x1920'],
    scenes: [
      'line=guest&screen=call-pressure',
      'line=guest&screen=call-oximetry',
      'line=guest&screen=call-listening',
      'line=live&screen=call-kept',
      'line=guest&screen=call-ear-live',
    ],
    rules: UPRIGHT,
    looks: [{}, ...LARGE],
  },
  'a fault or written words in the patient’s call': {
    path: PATIENT,
    sizes: ['1080x1920', '1920x1080'],
    scenes: [
      'line=guest&screen=call-oximetry-message',
      'line=physician-unseen&screen=call-pressure',
      'line=physician-muted&screen=call',
      'line=camera-black&screen=call',
      'line=guest&screen=call',
      'line=guest&screen=call-skin',
      'line=stills&screen=call-ear-lost',
    ],
    rules: PATIENT_RULES,
    looks: LARGE,
  },
  'the assistant’s window': {
    path: `${STAFF}screen=assistant&scene=`,
    sizes: ['1024x768', '768x1024', '1280x800'],
    scenes: [
      'measures',
      'guest',
      'accepted',
      'identity',
      'emergency',
      'call-physician-unseen',
      'exam-skin',
      'to-confirm',
      'unusual',
      'noted',
      'kept-to-confirm',
      'table-off',
      'emergency-values',
      'unanswered',
      'seems-empty',
      'tablets',
      'tablet-locked',
    ],
    rules: { ...ASSISTANT_RULES, whole: '.as .stacked, .as .mid, .as .alarm, .as .mir' },
    looks: [{}],
  },
  'the physician’s page': {
    path: `${STAFF}screen=physician&scene=`,
    sizes: ['1366x768', '1920x1080'],
    scenes: [
      'guest-looking',
      'listening-again&press=4',
      'cabin-unseen',
      'guest&press=m',
      'looking-skin&press=8',
      'noted',
    ],
    rules: PHYSICIAN_RULES,
    looks: [{}],
  },
  'the physician’s page, whose face, exam and readings nothing covers': {
    path: `${STAFF}screen=physician&scene=`,
    sizes: ['1366x768', '1536x864', '1920x1080'],
    scenes: [
      'guest',
      'guest-muted',
      'guest-looking&press=v',
      'emergency',
      'guest-looking',
      'listening&press=4',
      'to-confirm',
      'table-off',
      'emergency-values',
    ],
    rules: {
      ...PHYSICIAN_RULES,
      face: '.vid.show-face .remote, .vid.show-exam .exam-picture > video',
      whole: '.pane ol, .pane dl, .clips',
    },
    looks: [{}],
  },
  'the physician’s page at twice its size, on a large and on a small screen': {
    path: `${STAFF}screen=physician&scene=`,
    sizes: ['960x540', '640x360'],
    scenes: [
      'guest',
      'guest-looking&press=6',
      'listening&press=4',
      'emergency',
      'queue',
      'call-message&press=m',
    ],
    rules: PHYSICIAN_RULES,
    looks: [{}],
  },
};

const resize = (page: Page, size: string): Promise<void> => {
  const [width = 0, height = 0] = size.split('x').map(Number);
  return page.setViewportSize({ width, height });
};

test('the crowded screens', async () => {
  const undo = inTurn();
  try {
    const { address } = undo.later(await openPreviewPages());
    const { page } = undo.later(await openPhysicianBrowser());
    const wrong: string[] = [];
    for (const [name, { path, sizes, scenes, rules, looks }] of Object.entries(DRAWN)) {
      for (const [index, scene] of scenes.entries()) {
        const language = LANGUAGES[index % LANGUAGES.length];
        const key = new URLSearchParams(scene).get('press');
        await resize(page, sizes[0] ?? '');
        await page.goto(`${address}${path}${scene}&lang=${language}`);
        await expect(page.locator('button:visible').first()).toBeVisible();
        if (key !== null) await page.keyboard.press(key);
        await expect(page.locator('.exam-picture > .over')).toHaveCount(0);
        for (const size of sizes) {
          await resize(page, size);
          const found = await auditScreen(page, rules, looks);
          wrong.push(...found.map((violation) => `${name}, ${scene} ${size} ${language}: ${violation}`));
        }
      }
    }
    expect(wrong).toEqual([]);
  } finally {
    await undo.all();
  }
});
