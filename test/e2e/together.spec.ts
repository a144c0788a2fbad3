import { expect, type Page, test } from 'playwright/test';
import { assistantView, untilAssistant } from '#test/harness/bridge.ts';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { camerasOn, watchCameras } from '#test/harness/camera-watch.ts';
import { SOMEBODY } from '#test/harness/fast-visit.ts';
import { framesShown, seesMoving } from '#test/harness/frames.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { hears } from '#test/harness/levels.ts';
import { pause } from '#test/harness/pause.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A pause and an emergency while patient and physician are in a call. */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const words = wordsOf('fr');
const { company } = words;
const NAME = 'Awa';
/** Longer than a picture or a voice takes to come through. Milliseconds. */
const A_WHILE_MS = 1_200;
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;

test.beforeAll(async () => {
  ({ cabin, physician } = await openInCall(undo, words, openPhysicianBrowser, watchCameras));
});
test.afterAll(() => undo.all());

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();
const timed = (text: string, name = NAME) =>
  new RegExp(`^${filled(text, { time: '\\d\\d[:h ]+\\d\\d', name })}`);
const says = (page: Page, text: string) =>
  expect(page.getByRole('status', { name: company.label })).toContainText(text);
const ends = async () => [physician, await cabin.patient()];

const allPaused = async () => {
  await new PatientHands(await cabin.patient(), words).sees(words.patient.pause.title);
  await expect(
    (await cabin.assistant()).getByText(words.assistant.pause['paused-title']).first(),
  ).toBeVisible();
  await expect(physician.getByText(words.physician.trouble.paused)).toBeVisible();
  await expect(physician.getByText(words.physician.video.paused)).toBeVisible();
};
const nobodySeesOrHears = async () => {
  for (const page of await ends()) {
    await expect.poll(() => camerasOn(page)).toBe(0);
    await says(page, company.nobody);
  }
  // What was under way when the cameras closed is still shown.
  const isStill = async () => {
    const before = await Promise.all((await ends()).map(framesShown));
    await pause(A_WHILE_MS);
    return (await Promise.all((await ends()).map(framesShown))).join() === before.join();
  };
  await expect.poll(isStill, { intervals: [0] }).toBe(true);
};
const bothSeeAndHear = async () => {
  const names = { [`${cabin.accounts[0]?.name}`]: await cabin.patient(), [SOMEBODY.givenName]: physician };
  for (const [name, page] of Object.entries(names)) {
    await seesMoving(page, 5);
    await hears(page);
    // What arrives is also played.
    await expect.poll(() => page.evaluate(isHeardHere)).toBe(true);
    await says(page, filled(company.you.both_one, { names: name }));
    expect(await camerasOn(page)).toBe(2);
  }
};
const isHeardHere = (): boolean =>
  [...document.querySelectorAll('video')].some(
    ({ muted, paused, volume, srcObject }) =>
      !muted &&
      !paused &&
      volume > 0 &&
      srcObject instanceof MediaStream &&
      srcObject.getAudioTracks().length > 0,
  );
const allAlarmed = async () => {
  const patient = await cabin.patient();
  await new PatientHands(patient, words).sees(words.patient.emergency.title);
  for (const number of ['15', '112', '114'])
    await expect(patient.getByText(number, { exact: true }).first()).toBeVisible();
  await expect((await cabin.assistant()).getByText(words.assistant.need.emergency)).toBeVisible();
  await expect(physician.getByText(timed(words.physician.trouble.emergency))).toBeVisible();
};
const assistantComes = async () => {
  await press(await cabin.assistant(), words.assistant.emergency.acknowledge);
  await expect(physician.getByText(timed(words.physician.trouble['emergency-seen']))).toBeVisible();
  await expect(
    (await cabin.patient()).getByText(filled(words.patient.emergency.acknowledged, { name: NAME })),
  ).toBeVisible();
};
const assistantCloses = async () => {
  const assistant = await cabin.assistant();
  await press(assistant, words.assistant.emergency.close);
  await press(assistant, words.assistant.emergency['close-reason']['handed-over']);
  await press(assistant, words.assistant.emergency['handed-over-to'].ambulance);
  await untilAssistant(assistant, (view) => view.emergency, undefined);
  await expect(physician.getByText(timed(words.physician.trouble['emergency-seen']))).toHaveCount(0);
};

test('in a pause of the patient’s nobody sees or hears anybody, and both are back after it', async () => {
  const patient = await cabin.patient();
  await bothSeeAndHear();
  await press(patient, words.patient.bar.stop);
  await press(patient, words.patient.stop.pause);
  await allPaused();
  await nobodySeesOrHears();
  await press(patient, words.patient.pause.resume);
  await bothSeeAndHear();
});

test('an emergency of the patient’s keeps both in sight and hearing, and is told on all three screens', async () => {
  await press(await cabin.patient(), words.patient.bar.emergency);
  await allAlarmed();
  await bothSeeAndHear();
  await assistantComes();
  await assistantCloses();
  await bothSeeAndHear();
});

test('the physician’s key ends a pause, and the person is seen and heard at once', async () => {
  const assistant = await cabin.assistant();
  await press(assistant, words.assistant.pause.open);
  await press(assistant, words.assistant.pause.pause);
  await allPaused();
  await nobodySeesOrHears();
  await physician.keyboard.press('Alt+u');
  await press(physician, words.physician.header['emergency-yes']);
  await allAlarmed();
  await bothSeeAndHear();
  await assistantComes();
  await assistantCloses();
});

test('one of the assistant’s is told likewise, and the consultation is closed under it', async () => {
  const patient = new PatientHands(await cabin.patient(), words);
  const hands = new PhysicianHands(physician, words);
  const assistant = await cabin.assistant();
  await press(assistant, words.assistant.emergency.raise);
  await press(assistant, words.assistant.emergency['raise-confirm']);
  await allAlarmed();
  await bothSeeAndHear();
  await press(assistant, /^15\b/);
  await expect(physician.getByText(words.physician.trouble['emergency-no-call'])).toHaveCount(0);
  await hands.preparesClosing('given-to-patient', 'Restez allongée, les secours arrivent.');
  // Nobody is left alone: the key says what is missing.
  await expect(physician.getByText(words.physician['close-dialog']['not-handed-over'])).toBeVisible();
  await physician.getByLabel(words.physician['close-dialog']['handed-over-to']).fill('SMUR du Mans');
  await hands.closes();
  for (const page of await ends()) await expect.poll(() => camerasOn(page)).toBe(0);
  await patient.mayFinish();
  await patient.finishes();
  await hands.seesTheEnd();
  // Its window is loaded anew between two visits.
  await expect(async () =>
    expect((await assistantView(await cabin.assistant())).stage).toBe('welcome'),
  ).toPass();
});
