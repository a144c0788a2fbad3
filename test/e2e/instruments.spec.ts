import { expect, type Page, test } from 'playwright/test';
import { ask, askAll, assistantView, untilAssistant } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { reachMeasures } from '#test/harness/fast-visit.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';

/** Otoscope and stethoscope switched in and out, from the physician's touch to the picture and the sound. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const words = wordsOf('fr');
const exam = words.exam;
const undo = inTurn();
let cabin: RunningCabin;
let physicianPage: Page;

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const examPicture = () => physicianPage.getByLabel(exam.physician.exam);
const liveTracks = async (): Promise<readonly string[]> => {
  const { examination } = await assistantView(await cabin.assistant());
  return examination.requests.map(({ instrument }) => instrument?.state ?? 'none');
};

test.beforeAll(async () => {
  const rig = undo.later(await openRig({ clockRate: 20 }));
  cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile }));
  physicianPage = undo.later(await openPhysicianBrowser()).page;
});
test.afterAll(() => undo.all());

test('a call is established', async () => {
  const assistant = await cabin.assistant();
  const patient = await cabin.patient();
  const physician = new PhysicianHands(physicianPage, words);
  await reachMeasures(assistant);
  await askAll(assistant, [
    { type: 'skip-capture', measure: 'oximetry', reason: 'not-needed' },
    { type: 'skip-capture', measure: 'blood-pressure', reason: 'not-needed' },
    { type: 'skip-capture', measure: 'body-weight', reason: 'not-needed' },
    { type: 'finish-measures' },
  ]);
  await physician.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
  await physician.takes('Mairie de Saint-Aubin');
  await new PatientHands(patient, words).acceptsPhysician(cabin.accounts[0]?.name ?? '');
  await seesMoving(physicianPage);
});

test('the physician asks for the ear, the assistant accepts, and the picture is there beside the face', async () => {
  const assistant = await cabin.assistant();
  const patient = await cabin.patient();
  await physicianPage.keyboard.press('6');
  await press(physicianPage, exam.physician['ask-left']);
  await expect(patient.getByText(exam.patient.title.ear)).toBeVisible();
  await press(assistant, exam.assistant.accept);
  await expect(patient.getByText(exam.patient.accepted.ear)).toBeVisible();
  await expect(physicianPage.getByText(`${exam.site.ear.left}, ${exam.physician.simulated}`)).toBeVisible();
  await expect
    .poll(() => examPicture().evaluate((video: HTMLVideoElement) => video.videoWidth))
    .toBeGreaterThan(300);
  await expect(assistant.getByText(exam.assistant.instrument.simulated)).toBeVisible();
  await seesMoving(physicianPage);
});

test('a still arrives whole, at full size', async () => {
  await press(physicianPage, exam.physician.still);
  await expect
    .poll(() => physicianPage.locator('.thumb img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1_280);
  await untilAssistant(
    await cabin.assistant(),
    ({ examination }) => examination.items.map(({ state }) => state.state),
    ['delivered'],
  );
});

test('the instrument goes off when the physician stops it, and the face is alone again', async () => {
  await press(physicianPage, exam.physician.finish);
  await expect(examPicture()).toHaveCount(0);
  expect(await liveTracks()).toEqual(['live']);
  await ask(await cabin.assistant(), { type: 'choose-language', language: 'fr' });
});
