import { readdir, readFile } from 'node:fs/promises';
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
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { trustWordsOn } from '#test/harness/people/trust-words.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A whole consultation with the physician in Firefox as it is installed, against a cabin in Electron. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const program = findFirefox();
test.skip(program === undefined, 'No Firefox on this machine: apt-get install firefox-esr');

const words = wordsOf('fr');
const { conversation, quality } = words;
const ADVICE = 'Reposez-vous trois jours.';
const undo = inTurn();
let cabin: RunningCabin;
let page: Page;
const pictures = process.env['CABINE_PICTURES'];
const show = async (name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `firefox-${name}.png`) });
};
const press = (on: Page, name: string | RegExp) => on.getByRole('button', { name }).first().click();

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

test('they write to one another', async () => {
  const patient = await cabin.patient();
  await press(patient, conversation.open);
  await press(patient, conversation.replies['not-heard']);
  await expect(page.locator('.vid .cap')).toHaveText(new RegExp(conversation.replies['not-heard']));
  await page.keyboard.press('m');
  const field = page.getByRole('textbox', { name: conversation.placeholder });
  await field.pressSequentially('Depuis quand toussez-vous ?');
  await field.press('Enter');
  await expect(patient.locator('.message').last()).toHaveText(/Depuis quand toussez-vous/);
  await press(patient, conversation.close);
  await show('written');
  await page.keyboard.press('Escape');
});

test('a measure is asked for, its curve runs, and its value arrives', async () => {
  const physician = new PhysicianHands(page, words);
  await physician.asksFor('oximetry');
  await new AssistantHands(await cabin.assistant(), words).acceptsTask();
  await physician.seesPulse();
  await show('pulse');
  await physician.seesRequestDone('oximetry');
  await expect(page.locator('.v').filter({ hasText: /^9\d\s%$/ })).toBeVisible();
});

test('a reload comes back into the same consultation', async () => {
  await page.reload();
  const physician = new PhysicianHands(page, words);
  await physician.reads(new RegExp(SOMEBODY.familyName));
  await seesMoving(page);
  await seesMoving(await cabin.patient());
  expect(await trustWordsOn(page, words)).toBe(await trustWordsOn(await cabin.patient(), words));
  await press(page, words.physician.rail.night);
  await show('night');
});

test('closing gives the patient the advice and the cabin its record', async () => {
  const physician = new PhysicianHands(page, words);
  const patient = await cabin.patient();
  // Typed key by key: what Playwright fills in at once in this browser, React does not take for typed.
  const notes = page.getByPlaceholder(words.physician.notes.placeholder);
  await notes.pressSequentially('Toux sèche.');
  await expect(
    page.getByText(filled(words.physician.notes['saved-at'], { time: '' }).trim()).first(),
  ).toBeVisible();
  const closing = words.physician['close-dialog'];
  await press(page, new RegExp(`^${words.physician.video.end}`));
  await press(page, closing.state['given-to-patient']);
  await page.getByLabel(closing.advice).pressSequentially(ADVICE);
  await show('closing');
  await physician.closes();
  await expect(patient.getByText(ADVICE)).toBeVisible();
  await new PatientHands(patient, words).finishes();
  await physician.seesTheEnd();
  const [file] = await readdir(cabin.handover);
  expect(await readFile(join(cabin.handover, file ?? ''), 'utf8')).toContain('2708-6');
});
