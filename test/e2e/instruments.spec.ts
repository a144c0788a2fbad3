import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from 'playwright/test';
import { MEDIA_SOURCES, type MediaSource } from '#core/call/media-sources.ts';
import { roleOf } from '#core/instruments/bindings.ts';
import { MAP_POINTS } from '#core/visit/examination/listening-map.ts';
import { DEMO_PROFILE } from '#electron/main/profile.ts';
import { askAll, assistantView, untilAssistant } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { reachMeasures } from '#test/harness/fast-visit.ts';
import { seesMoving } from '#test/harness/frames.ts';
import {
  amplitudeAt,
  plugStethoscope,
  TEST_STETHOSCOPE,
  TONE_AMPLITUDE,
  tune,
  watchPeers,
} from '#test/harness/instrument-page.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';

/** Otoscope and stethoscope switched in and out, from the physician's touch to the picture and the sound. */
/** A sound that a busy machine has spoilt is held back, and comes back after sixteen seconds of room. */
const ONCE_THE_LINE_BEARS_IT = { timeout: 45_000 };

test.describe.configure({ mode: 'serial', timeout: 90_000 });

const words = wordsOf('fr');
const exam = words.exam;
const undo = inTurn();
let cabin: RunningCabin;
let physicianPage: Page;

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const examPicture = () => physicianPage.getByLabel(exam.physician.exam);
const named = (point: 'back-1' | 'mitral'): string =>
  filled(exam.numbered, { mark: MAP_POINTS[point].mark, name: exam.point[point] });
/** What was asked for, what became of it, and what the instrument said. */
const requests = async () => {
  const { examination } = await assistantView(await cabin.assistant());
  return examination.requests.map(({ target, status, instrument }) => [
    roleOf(target),
    status.status,
    instrument?.state,
  ]);
};
const lineOf = (source: MediaSource): number => MEDIA_SOURCES.findIndex((one) => one.source === source);
const STETHOSCOPE_LINE = lineOf('stethoscope');
const VOICE_LINE = lineOf('audio');
/** A busy machine spoils single looks; of an odd number the middle one tells what the line does. */
const LOOKS = 5;
const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
const decibels = (amplitude: number): number => 20 * Math.log10(amplitude / TONE_AMPLITUDE);

test.beforeAll(async () => {
  const rig = undo.later(await openRig({ clockRate: 20 }));
  const folder = await mkdtemp(join(tmpdir(), 'cabine-profile-'));
  undo.later({ close: () => rm(folder, { recursive: true, force: true }) });
  const profileFile = join(folder, 'site.json');
  // The otoscope is played; the stethoscope is a device of the machine, found by its name.
  const instruments = { stethoscope: { label: TEST_STETHOSCOPE } };
  await writeFile(profileFile, JSON.stringify({ ...DEMO_PROFILE, servers: {}, instruments }));
  cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile, profileFile }));
  physicianPage = undo.later(await openPhysicianBrowser()).page;
  await watchPeers(physicianPage);
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

test('what was asked for is large, the face small; one key swaps them, and neither covers the other', async () => {
  const face = physicianPage.locator('video.remote');
  const areaOf = async (video: Locator): Promise<number> => {
    const box = await video.boundingBox();
    return (box?.width ?? 0) * (box?.height ?? 0);
  };
  const larger = async () =>
    (await areaOf(examPicture())) > 4 * (await areaOf(face))
      ? 'exam'
      : (await areaOf(face)) > 4 * (await areaOf(examPicture()))
        ? 'face'
        : 'neither';
  const topmost = (video: Locator): Promise<boolean> =>
    video.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === element;
    });
  for (const [key, large] of [
    [undefined, 'exam'],
    ['x', 'face'],
    ['x', 'exam'],
    ['v', 'face'],
    ['v', 'neither'],
    ['v', 'exam'],
  ] as const) {
    if (key !== undefined) await physicianPage.keyboard.press(key);
    await expect.poll(larger).toBe(large);
    expect([await topmost(face), await topmost(examPicture())]).toEqual([true, true]);
  }
});

test('a still arrives whole, with the eight million points that the camera has and its moving picture does not', async () => {
  await press(physicianPage, exam.physician.still);
  await expect
    .poll(() => physicianPage.locator('.thumb img').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(3_840);
  await untilAssistant(
    await cabin.assistant(),
    ({ examination }) => examination.items.map(({ state }) => state.state),
    ['delivered'],
  );
});

test('whoever holds the camera sees its picture on the patient’s screen, unless the patient does not want to', async () => {
  const patient = await cabin.patient();
  const own = patient.getByLabel(exam.physician.exam);
  await expect(patient.getByText(exam.patient.seen)).toBeVisible();
  await expect(patient.getByText(exam.patient.view.live)).toBeVisible();
  const timeOf = () => own.evaluate((video: HTMLVideoElement) => video.currentTime);
  const before = await timeOf();
  await expect.poll(timeOf).toBeGreaterThan(before);
  expect(await own.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBe(1_280);
  await press(patient, exam.patient.view.hide);
  await expect(own).toHaveCount(0);
  await press(patient, exam.patient.view.show);
  await expect.poll(timeOf).toBeGreaterThan(0);
});

test('the instrument goes off when the physician stops it, and the face is alone again', async () => {
  await press(physicianPage, exam.physician.finish);
  await expect(examPicture()).toHaveCount(0);
  await expect((await cabin.patient()).getByLabel(exam.physician.exam)).toHaveCount(0);
  expect(await requests()).toEqual([['ear', 'done', 'live']]);
});

test('a stethoscope that is not plugged in is said to be missing, and opens once it is', async () => {
  const assistant = await cabin.assistant();
  await physicianPage.keyboard.press('4');
  await press(physicianPage, named('back-1'));
  await press(assistant, exam.assistant.accept);
  await expect(assistant.getByText(words.errors.INSTRUMENT_MISSING.assistant).first()).toBeVisible();
  await expect(physicianPage.getByText(words.errors.INSTRUMENT_MISSING.physician).first()).toBeVisible();
  await plugStethoscope(await cabin.patient());
  await expect(
    assistant.getByText(filled(exam.assistant.instrument.live, { device: TEST_STETHOSCOPE })),
  ).toBeVisible();
  await expect(physicianPage.getByText(exam.physician.raw)).toBeVisible(ONCE_THE_LINE_BEARS_IT);
  await expect((await cabin.patient()).getByText(exam.patient.heard)).toBeVisible();
});

test('25 to 800 Hz of the stethoscope arrive within 1 dB, on a line of their own', async () => {
  test.slow();
  const patient = await cabin.patient();
  const gains: string[] = [];
  // Every third of an octave is measured between two browsers (test/integration/call/instruments.test.ts).
  for (const hertz of [25, 63, 200, 800]) {
    await tune(patient, hertz);
    const seen: number[] = [];
    const look = async (): Promise<number> =>
      seen.push(decibels(await amplitudeAt(physicianPage, STETHOSCOPE_LINE, hertz)));
    // As far apart as a look is long: 0.7 s.
    await expect.poll(look, { intervals: [900, 700], timeout: 30_000 }).toBeGreaterThan(LOOKS);
    // The first one still holds the tone before.
    const looks = seen.slice(1);
    const gain = medianOf(looks);
    expect(Math.abs(gain), `${hertz} Hz: ${looks.map((one) => one.toFixed(2)).join(', ')} dB`).toBeLessThan(
      1,
    );
    gains.push(`${hertz} Hz ${gain.toFixed(2)} dB`);
    // The microphone beeps meanwhile, above 100 Hz; of these tones nothing is in the voice.
    if (hertz < 100) expect(decibels(await amplitudeAt(physicianPage, VOICE_LINE, hertz))).toBeLessThan(-30);
  }
  process.stdout.write(`stethoscope at the physician's page: ${gains.join(', ')}\n`);
});

test('the next point is live once the assistant says that it is there, and its sound is kept, played and discarded', async () => {
  test.slow();
  await tune(await cabin.patient(), 60);
  await press(physicianPage, filled(exam.physician.next, { mark: '2' }));
  await expect(physicianPage.getByText(exam.point['back-2']).first()).toBeVisible();
  const [{ givenName } = { givenName: '' }] = DEMO_PROFILE.people;
  await expect(
    physicianPage.getByText(filled(exam.physician.state.moving, { name: givenName })),
  ).toBeVisible();
  await expect(physicianPage.getByText(exam.physician.raw)).toHaveCount(0);
  await expect(physicianPage.getByRole('button', { name: exam.physician.keep })).toHaveCount(0);
  await press(await cabin.assistant(), exam.assistant.placed);
  await expect(physicianPage.getByText(exam.physician.raw)).toBeVisible(ONCE_THE_LINE_BEARS_IT);
  await press(physicianPage, exam.physician.keep);
  await expect((await cabin.assistant()).getByText(exam.assistant.taking.stethoscope)).toBeVisible();
  const clips = physicianPage.getByRole('list', { name: exam.physician.clips });
  const play = clips.getByRole('button', { name: new RegExp(`^${exam.physician.play}`) });
  // A clip with a hole begins anew, for 45 s at most, and has then to arrive.
  await play.click({ timeout: 60_000 });
  await expect(physicianPage.getByText(exam.physician.playing)).toBeVisible();
  await clips.getByRole('button', { name: exam.physician.stop }).click();
  await expect(physicianPage.getByText(exam.physician.playing)).toHaveCount(0);
  await clips.getByRole('button', { name: new RegExp(`^${exam.physician.discard}`) }).click();
  await expect(physicianPage.getByText(exam.physician['clips-empty'])).toBeVisible();
});

test('the skin is asked for with its place, which the assistant corrects, and the picture bears it', async () => {
  const assistant = await cabin.assistant();
  const patient = await cabin.patient();
  const { left, right } = exam.place.forearm;
  const upperFirst = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  await physicianPage.keyboard.press('8');
  await press(physicianPage, exam.physician['ask-skin']);
  await press(physicianPage, upperFirst(left));
  await expect(patient.getByText(filled(exam.patient.title.skin, { place: left }))).toBeVisible();
  await press(assistant, exam.assistant.accept);
  const tag = (place: string) =>
    physicianPage.getByText(`${filled(exam.site.skin, { place })}, ${exam.physician.simulated}`);
  await expect(tag(left)).toBeVisible();
  await press(physicianPage, exam.physician.still);
  const still = (place: string) =>
    physicianPage.getByRole('button', { name: new RegExp(`^${filled(exam.site.skin, { place })}`) });
  await expect(still(left)).toBeVisible();
  await press(assistant, exam.assistant.place);
  await press(assistant, upperFirst(right));
  await expect(tag(right)).toBeVisible();
  await expect(still(right)).toBeVisible();
  await expect(still(left)).toHaveCount(0);
  await expect(patient.getByText(filled(exam.patient.title.skin, { place: right }))).toBeVisible();
  await press(physicianPage, exam.physician.finish);
  await expect(examPicture()).toHaveCount(0);
});

test('the throat takes the place of the stethoscope, and the other way round', async () => {
  const assistant = await cabin.assistant();
  await physicianPage.keyboard.press('7');
  await physicianPage.getByRole('button', { name: exam.physician.ask, exact: true }).click();
  await press(assistant, exam.assistant.accept);
  await expect(physicianPage.getByText(`${exam.site.throat}, ${exam.physician.simulated}`)).toBeVisible();
  await expect
    .poll(async () => decibels(await amplitudeAt(physicianPage, STETHOSCOPE_LINE, 60)), { timeout: 10_000 })
    .toBeLessThan(-60);
  await physicianPage.keyboard.press('v');
  await physicianPage.keyboard.press('5');
  await press(physicianPage, named('mitral'));
  await expect(examPicture()).toHaveCount(0);
  await press(assistant, exam.assistant.accept);
  await expect(physicianPage.getByText(exam.physician.raw)).toBeVisible(ONCE_THE_LINE_BEARS_IT);
  await press(assistant, exam.assistant.finish);
  expect((await requests()).map(([, status]) => status)).not.toContain('accepted');
});

test('nothing of it stays on the physician’s page once the visit is given back', async () => {
  await new PhysicianHands(physicianPage, words).releases();
  await expect(physicianPage.locator('img[src^="blob:"]')).toHaveCount(0);
});
