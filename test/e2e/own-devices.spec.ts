import { expect, type Page, test } from 'playwright/test';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { camerasOn, watchCameras } from '#test/harness/camera-watch.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { hears } from '#test/harness/levels.ts';
import { trustWordsOn } from '#test/harness/people/trust-words.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { inTurn } from '#test/harness/undo.ts';

/** The physician chooses another camera, microphone and output while the consultation goes on. */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const words = wordsOf('fr');
const { own, rail } = words.physician;
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;

test.beforeAll(async () => {
  ({ cabin, physician } = await openInCall(
    undo,
    words,
    () => openPhysicianBrowser({ cameras: 2 }),
    watchCameras,
  ));
});
test.afterAll(() => undo.all());

const select = (what: keyof typeof own.choose) =>
  physician.getByRole('combobox', { name: own.choose[what], exact: true });
const names = (what: keyof typeof own.choose) => select(what).locator('option').allTextContents();
const open = () => physician.getByRole('button', { name: rail.devices, exact: true }).click();
const inUse = (name: string) => physician.getByText(own['in-use'].replace('{{name}}', name)).first();
const isHeldAsBefore = async (): Promise<void> => {
  const patient = await cabin.patient();
  await seesMoving(patient);
  await hears(patient);
  expect(await camerasOn(physician)).toBe(2);
};
const outputs = () =>
  physician.evaluate(() =>
    [...document.querySelectorAll('video')].filter(({ muted }) => !muted).map(({ sinkId }) => sinkId),
  );
let chosen: readonly string[] = [];

test('each is named, and another one is in use as soon as it is chosen, in the same call', async () => {
  await open();
  await expect(select('camera').locator('option')).toHaveCount(3);
  // Another call would have others.
  const callWords = await trustWordsOn(await cabin.patient(), words);
  // The browser's second false camera sends no picture over any connection: the first one is opened anew.
  for (const what of ['camera', 'microphone'] as const) {
    const name = (await names(what)).at(what === 'camera' ? 1 : -1) ?? '';
    await select(what).selectOption({ label: name });
    await expect(inUse(name)).toBeVisible();
    await isHeldAsBefore();
    chosen = [...chosen, name];
  }
  expect(await trustWordsOn(await cabin.patient(), words)).toBe(callWords);
  const [output] = (await names('output')).slice(-1);
  await select('output').selectOption({ label: output ?? '' });
  const id = await select('output').inputValue();
  expect(id).not.toBe('');
  await expect.poll(outputs).toEqual([id]);
  await physician.keyboard.press('Escape');
});

test('they are the same after the page was loaded again', async () => {
  await physician.reload();
  await isHeldAsBefore();
  await open();
  await expect(select('camera')).toBeVisible();
  for (const name of chosen) await expect(inUse(name)).toBeVisible();
  await expect.poll(async () => outputs()).toEqual([await select('output').inputValue()]);
});
