import { expect, type Locator, type Page, test } from 'playwright/test';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import type { CallEnd, CallFault } from '#core/contract/media-faults.ts';
import { askAll, assistantView } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { breakCameras, type CameraFaults } from '#test/harness/camera-faults.ts';
import { reachMeasures } from '#test/harness/fast-visit.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';

/** What goes wrong with camera, microphone and the cabin's loudspeaker, at either end, is told to all three people and leaves the visit intact; one visit. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const words = wordsOf('fr');
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;
let patient: Page;
let assistant: Page;
let cabinDevices: CameraFaults;
let physicianDevices: CameraFaults;

const readsOn = (screen: Page | Locator, text: string) =>
  expect(screen.getByText(text).first()).toBeVisible();
const readsNoMore = (screen: Page | Locator, text: string) => expect(screen.getByText(text)).toHaveCount(0);
const coded = (text: string, code: ErrorCode): string => filled(words.staff.fault, { words: text, code });

/** What each screen says of a fault: at the end of the device its own words, at the other those for the other end. */
const told = (code: CallFault, end: CallEnd) => {
  const own = words.errors[code];
  const other = words['other-end'][code];
  return {
    patient: end === 'cabin' ? own.patient : other.patient,
    assistant: coded(end === 'cabin' ? own.assistant : other.assistant, code),
    physician: coded(end === 'physician' ? own.physician : other.physician, code),
  };
};
const allRead = async (code: CallFault, end: CallEnd): Promise<void> => {
  const text = told(code, end);
  await Promise.all([
    readsOn(patient, text.patient),
    readsOn(assistant.locator('.fix'), text.assistant),
    readsOn(physician, text.physician),
  ]);
};
const isOver = async (code: CallFault, end: CallEnd): Promise<void> => {
  const text = told(code, end);
  await Promise.all([
    readsNoMore(patient, text.patient),
    expect(assistant.locator('.fix').getByText(text.assistant)).toHaveCount(0),
    readsNoMore(physician.locator('.vid, .notice'), text.physician),
  ]);
};
/** The visit goes on: a value of the cabin arrives at the physician. */
let kilograms = 70;
const aReadingArrives = async (): Promise<void> => {
  kilograms += 1.5;
  await askAll(assistant, [
    {
      type: 'enter-reading',
      measure: 'body-weight',
      values: { weight: { value: kilograms, unit: 'kg' } },
    },
  ]);
  await readsOn(physician, kilograms.toFixed(1).replace('.', ','));
};

/** The check of the own devices, before anybody is taken: its bar is that of the microphone which is plugged in now. */
const followsTheMicrophone = async (): Promise<void> => {
  const { own } = words.physician;
  const card = physician.getByRole('region', { name: own.title });
  const loudest = () => card.getByRole('meter').evaluate((bar: HTMLMeterElement) => bar.value);
  await physicianDevices.refuse('audio', 'NotFoundError');
  await card.getByRole('button', { name: own.start }).click();
  await readsOn(card, own['no-microphone']);
  for (const again of [false, true]) {
    if (again) await physicianDevices.unplug('audio');
    await readsOn(card, own['no-microphone']);
    await physicianDevices.plug('audio');
    await readsNoMore(card, own['no-microphone']);
    await readsOn(card, own.speak);
    await expect.poll(loudest, { intervals: [100] }).toBeGreaterThan(0);
  }
  await card.getByRole('button', { name: own.stop }).click();
};

test.beforeAll(async () => {
  const rig = undo.later(await openRig({ clockRate: 20 }));
  cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile, patientSize: '1920x1080' }));
  physician = undo.later(await openPhysicianBrowser()).page;
  patient = await cabin.patient();
  assistant = await cabin.assistant();
  [cabinDevices, physicianDevices] = await Promise.all([breakCameras(patient), breakCameras(physician)]);
  await cabinDevices.refuse('video', 'NotReadableError');
  await reachMeasures(assistant);
  await askAll(assistant, [{ type: 'finish-measures' }]);
  const hands = new PhysicianHands(physician, words);
  await hands.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
  await followsTheMicrophone();
  await physicianDevices.refuse('video', 'NotAllowedError');
  await hands.takes('Mairie de Saint-Aubin');
});
test.afterAll(() => undo.all());

test('a camera taken by another program is told at the card, before anybody is to be seen', async () => {
  const text = told('CAMERA_BUSY', 'cabin');
  await readsOn(assistant.locator('.fix'), text.assistant);
  await readsOn(physician, text.physician);
  await readsNoMore(patient, text.patient);
  expect((await assistantView(assistant)).stage).toBe('physician-card');
});

test('the call goes on by voice, with a physician whose browser refuses the camera too', async () => {
  await new PatientHands(patient, words).acceptsPhysician(cabin.accounts[0]?.name ?? '');
  const text = told('CAMERA_REFUSED', 'physician');
  await readsOn(assistant.locator('.fix'), text.assistant);
  await readsOn(physician, text.physician);
  // The patient is told of the cabin's own camera first.
  await readsOn(patient, told('CAMERA_BUSY', 'cabin').patient);
  await aReadingArrives();
  await cabinDevices.refuse('video', undefined);
  await seesMoving(physician, 5);
  await isOver('CAMERA_BUSY', 'cabin');
  await allRead('CAMERA_REFUSED', 'physician');
});

test('the physician’s camera that is not found, once it is tried again', async () => {
  const key = words.company.part;
  await physicianDevices.refuse('video', 'NotFoundError');
  await physician.getByRole('button', { name: key['camera-missing'] }).click();
  await readsOn(patient, words.quality.patient['camera-off']);
  await physician.getByRole('button', { name: key['camera-off'] }).click();
  await allRead('CAMERA_MISSING', 'physician');
  await physicianDevices.plug('video');
  await isOver('CAMERA_MISSING', 'physician');
  await seesMoving(patient, 5);
});

test('the physician closes the microphone alone, then the camera alone, and everybody reads it as no fault', async () => {
  const { part, you } = words.company;
  const press = (key: keyof typeof part) =>
    physician.getByRole('button', { name: String(part[key]), exact: true }).click();
  const name = (await assistantView(assistant)).identity?.givenName ?? '';
  const presence = physician.locator('.presence').first();
  await expect(presence).toContainText(filled(you.both_one, { names: name }));
  await press('microphone-on');
  await expect(presence).toContainText(filled(you.picture_one, { names: name }));
  await readsOn(patient, words.quality.patient.muted);
  await seesMoving(patient, 5);
  // The keyboard does the same; the voice goes while the picture rests.
  await physician.keyboard.press('Alt+m');
  await physician.keyboard.press('Alt+v');
  await expect(presence).toContainText(filled(you.sound_one, { names: name }));
  await readsOn(patient, words.quality.patient['camera-off']);
  await press('camera-off');
  await expect(presence).toContainText(filled(you.both_one, { names: name }));
  await seesMoving(patient, 5);
  await readsNoMore(patient, words.quality.patient['camera-off']);
  const codes = (await assistantView(assistant)).incidents.map(({ code }) => code);
  expect(codes).not.toContain('SOUND_LOST');
  expect(codes).not.toContain('PICTURE_FROZEN');
  expect(codes).not.toContain('MICROPHONE_SILENT');
});

test('a black picture is covered by words, and comes back', async () => {
  await cabinDevices.cover(true);
  await allRead('CAMERA_BLACK', 'cabin');
  await aReadingArrives();
  await cabinDevices.cover(false);
  await isOver('CAMERA_BLACK', 'cabin');
});

test('a camera that yields no frame any more is not called black, and comes back', async () => {
  await cabinDevices.freeze(true);
  await allRead('CAMERA_FROZEN', 'cabin');
  await cabinDevices.freeze(false);
  await isOver('CAMERA_FROZEN', 'cabin');
  await seesMoving(physician, 5);
});

test('a camera pulled out and a microphone muted by the system, in the call', async () => {
  await cabinDevices.unplug('video');
  await cabinDevices.mute(true);
  await allRead('CAMERA_UNPLUGGED', 'cabin');
  const muted = told('MICROPHONE_SILENT', 'cabin');
  await Promise.all([
    readsOn(assistant.locator('.fix'), muted.assistant),
    readsOn(physician, muted.physician),
  ]);
  await aReadingArrives();
  await cabinDevices.plug('video');
  await cabinDevices.mute(false);
  await isOver('CAMERA_UNPLUGGED', 'cabin');
  await isOver('MICROPHONE_SILENT', 'cabin');
  await seesMoving(physician, 5);
});

test('the cabin’s loudspeaker pulled out in the call, and put in again', async () => {
  await cabinDevices.deafen(true);
  await allRead('LOUDSPEAKER_UNPLUGGED', 'cabin');
  await aReadingArrives();
  await cabinDevices.deafen(false);
  await isOver('LOUDSPEAKER_UNPLUGGED', 'cabin');
  await seesMoving(physician, 5);
});

test('all of it is in the record with the end at which it was, and nothing else', async () => {
  const { incidents, stage } = await assistantView(assistant);
  expect(stage).toBe('call');
  expect(incidents.map(({ code, end }) => `${code} at ${end}`)).toEqual([
    'CAMERA_BUSY at cabin',
    'CAMERA_REFUSED at physician',
    'CAMERA_MISSING at physician',
    'CAMERA_BLACK at cabin',
    // Where it is looked at, before its own end knows why.
    'PICTURE_FROZEN at physician',
    'CAMERA_FROZEN at cabin',
    'CAMERA_UNPLUGGED at cabin',
    'MICROPHONE_SILENT at cabin',
    'LOUDSPEAKER_UNPLUGGED at cabin',
  ]);
  await physician.keyboard.press('Alt+c');
  const ledger = physician.getByRole('region', { name: words.ledger.title });
  for (const [code, end] of [
    ['CAMERA_REFUSED', 'physician'],
    ['CAMERA_BLACK', 'cabin'],
    ['MICROPHONE_SILENT', 'cabin'],
  ] as const)
    await expect(ledger.getByText(told(code, end).physician)).toBeVisible();
});
