import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { SOMEBODY } from '#test/harness/fast-visit.ts';
import { findFirefox } from '#test/harness/firefox/find-firefox.ts';
import { openPhysicianFirefox } from '#test/harness/firefox/physician-firefox.ts';
import { soundArrives } from '#test/harness/firefox/sound-arrives.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { hears } from '#test/harness/levels.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { trustWordsOn } from '#test/harness/people/trust-words.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A call with the physician in Firefox as it is installed, against a cabin in Electron. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const program = findFirefox();
test.skip(program === undefined, 'No Firefox on this machine: apt-get install firefox-esr');

const words = wordsOf('fr');
const { quality } = words;
const undo = inTurn();
let cabin: RunningCabin;
let page: Page;
const pictures = process.env['CABINE_PICTURES'];
const show = async (name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `firefox-${name}.png`) });
};

test.beforeAll(async () => {
  if (program === undefined) return;
  ({ cabin, physician: page } = await openInCall(undo, words, () => openPhysicianFirefox(program)));
});
test.afterAll(() => undo.all());

test('signed in and in the call, the physician reads the pre-brief, and both sides see and hear one another', async () => {
  const patient = await cabin.patient();
  await new PhysicianHands(page, words).reads(
    new RegExp(SOMEBODY.familyName),
    /78 ans/,
    words.staff['identity-level'],
  );
  await soundArrives(page);
  await hears(patient);
  await show('call');
});

test('the call is proven without the certificates that Firefox does not name: all screens show the same two words', async () => {
  const seen = await trustWordsOn(page, words);
  expect(seen).not.toBe('');
  expect(await trustWordsOn(await cabin.patient(), words)).toBe(seen);
  expect(await trustWordsOn(await cabin.assistant(), words)).toBe(seen);
});

test('a smaller picture and single pictures are sent by choice, and moving ones again', async () => {
  const patient = await cabin.patient();
  const lines = () =>
    patient
      .locator('.stage video')
      .first()
      .evaluate((video: HTMLVideoElement) => video.videoHeight);
  await page.locator('.tag summary').click();
  const outgoing = page.getByRole('combobox', { name: quality.choice.outgoing });
  await outgoing.selectOption('240p');
  await expect.poll(lines).toBeLessThanOrEqual(240);
  await seesMoving(patient, 5);
  await outgoing.selectOption('stills');
  await expect(patient.locator('.picture-time')).toHaveText(/^Image fixe, \d\d:\d\d:\d\d$/);
  await outgoing.selectOption('');
  await seesMoving(patient);
  await expect(patient.locator('.single-picture')).toHaveCount(0);
  await page.locator('.tag summary').click();
});
