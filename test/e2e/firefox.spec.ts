import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { MAP_POINTS } from '#core/visit/examination/listening-map.ts';
import { heartAndLungs, LOOP_RATE_HZ } from '#renderer/call/instruments/simulated-sound.ts';
import { assistantView, untilAssistant } from '#test/harness/bridge.ts';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { SOMEBODY } from '#test/harness/fast-visit.ts';
import { findFirefox } from '#test/harness/firefox/find-firefox.ts';
import { lastPicture, lastSound } from '#test/harness/firefox/kept-bytes.ts';
import { openPhysicianFirefox } from '#test/harness/firefox/physician-firefox.ts';
import { picturesChange } from '#test/harness/firefox/picture-changes.ts';
import { levelOf, levelOn, soundArrives } from '#test/harness/firefox/sound-arrives.ts';
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
/** A sound that a busy machine has spoilt is held back, and comes back after sixteen seconds of room. */
const ONCE_THE_LINE_BEARS_IT = { timeout: 45_000 };

test.describe.configure({ mode: 'serial', timeout: 90_000 });

const program = findFirefox();
test.skip(program === undefined, 'No Firefox on this machine: apt-get install firefox-esr');

const words = wordsOf('fr');
const { conversation, exam, quality } = words;
const ADVICE = 'Reposez-vous trois jours.';
const undo = inTurn();
let cabin: RunningCabin;
let page: Page;
const pictures = process.env['CABINE_PICTURES'];
const show = async (name: string): Promise<void> => {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `firefox-${name}.png`) });
};
/** What the cabin says that it took last, once the physician's page has it whole. */
const lastDelivered = async () => {
  const assistant = await cabin.assistant();
  await untilAssistant(assistant, ({ examination }) => examination.items.at(-1)?.state.state, 'delivered');
  const state = (await assistantView(assistant)).examination.items.at(-1)?.state;
  return state?.state === 'delivered' ? state.taken : undefined;
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

test('the picture of the otoscope moves beside the face, and a still arrives as the cabin took it', async () => {
  await press(await cabin.assistant(), words.assistant.capture.close);
  await page.keyboard.press('6');
  await press(page, exam.physician['ask-left']);
  await press(await cabin.assistant(), exam.assistant.accept);
  await expect(page.getByText(`${exam.site.ear.left}, ${exam.physician.simulated}`)).toBeVisible();
  await picturesChange(page.getByLabel(exam.physician.exam));
  await seesMoving(page);
  await press(page, exam.physician.still);
  await expect
    .poll(() => page.locator('.thumb img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(3_840);
  const taken = await lastDelivered();
  expect(await lastPicture(page)).toEqual({
    sha256: taken?.sha256,
    byteLength: taken?.byteLength,
    first: '\u0089PNG',
  });
  await show('otoscope');
  await press(page, exam.physician.finish);
});

test('the stethoscope is heard as loud as the cabin plays it, and a clip arrives as the cabin took it', async () => {
  const { mark } = MAP_POINTS['back-1'];
  await page.keyboard.press('4');
  await press(page, filled(exam.numbered, { mark, name: exam.point['back-1'] }));
  await press(await cabin.assistant(), exam.assistant.accept);
  await expect(page.getByText(exam.physician.raw)).toBeVisible(ONCE_THE_LINE_BEARS_IT);
  const sound = heartAndLungs();
  const loss = 20 * Math.log10((await levelOn(page, 'stethoscope', 4)) / levelOf(sound, LOOP_RATE_HZ));
  process.stdout.write(`stethoscope in Firefox: ${loss.toFixed(1)} dB against what the cabin plays\n`);
  expect(Math.abs(loss)).toBeLessThan(3);
  await press(page, exam.physician.keep);
  const clips = page.getByRole('list', { name: exam.physician.clips });
  const play = clips.getByRole('button', { name: new RegExp(`^${exam.physician.play}`) });
  await play.click({ timeout: 60_000 });
  const taken = await lastDelivered();
  await expect
    .poll(() => lastSound(page))
    .toEqual({ sha256: taken?.sha256, byteLength: taken?.byteLength, first: 'RIFF' });
  await show('stethoscope');
  await press(page, exam.physician.finish);
  await page.keyboard.press('v');
});

test('a muted microphone is told at both ends, though Firefox names no energy', async () => {
  const code = 'MICROPHONE_SILENT';
  const hear = (heard: boolean) =>
    page.evaluate((enabled) => {
      for (const { track } of window.testPeers?.at(-1)?.getSenders() ?? [])
        if (track?.kind === 'audio') track.enabled = enabled;
    }, heard);
  const told = (text: string): string => filled(words.staff.fault, { words: text, code });
  const fix = (await cabin.assistant()).locator('.fix');
  await hear(false);
  await expect(fix.getByText(told(words['other-end'][code].assistant))).toBeVisible();
  await expect(page.getByText(told(words.errors[code].physician)).first()).toBeVisible();
  await hear(true);
  await expect(fix.getByText(told(words['other-end'][code].assistant))).toHaveCount(0);
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
  // Whatever the system's theme says of scroll bars, they are drawn in the theme's own colours.
  const drawn = await page.evaluate(() => {
    const { colorScheme, scrollbarColor } = getComputedStyle(document.querySelector('main') ?? document.body);
    return { colorScheme, isOwn: scrollbarColor.startsWith('rgb(130, 150, 160)') };
  });
  expect(drawn).toEqual({ colorScheme: 'dark', isOwn: true });
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
  await physician.decides();
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

test('headphones are tried before the next person, and a computer without a sound output is told so', async () => {
  const { headphones } = exam.physician;
  const canBeHeard = await page.evaluate(async () => {
    const context = new AudioContext();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return context.currentTime > 0;
  });
  await press(page, words.physician.own.start);
  await expect(
    page.getByText(canBeHeard ? words.physician.own.speak : words.physician.own['level-unknown']),
  ).toBeVisible();
  await press(page, headphones.check);
  await press(page, headphones.play);
  if (canBeHeard) await expect(page.getByText(headphones.ask)).toBeVisible();
  else {
    await expect(page.getByRole('alert').filter({ hasText: headphones.absent })).toBeVisible();
    await expect(page.getByRole('button', { name: headphones.again })).toBeEnabled();
  }
  await press(page, headphones.skip);
  if (!canBeHeard)
    await expect(page.getByRole('status').filter({ hasText: headphones.absent })).toBeVisible();
  await show('devices');
});
