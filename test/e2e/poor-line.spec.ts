import { expect, type Page, test } from 'playwright/test';
import { assistantView } from '#test/harness/bridge.ts';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** What the three people see while the call sends less than a whole picture. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const words = wordsOf('fr');
const { quality } = words;
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;

test.beforeAll(async () => {
  ({ cabin, physician } = await openInCall(undo, words));
});
test.afterAll(() => undo.all());

/** Colours of a picture that is really drawn: a fake camera is never of one colour. */
const coloursOf = (page: Page): Promise<number> =>
  page.locator('.single-picture').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? {};
    return new Set(data ?? []).size;
  });

test('the physician chooses single pictures, and each side sees one with its time every few seconds', async () => {
  const patient = await cabin.patient();
  await physician.locator('.tag summary').click();
  await physician.getByRole('combobox', { name: quality.choice.incoming }).selectOption('stills');
  await physician.getByRole('combobox', { name: quality.choice.outgoing }).selectOption('stills');
  for (const page of [physician, patient]) {
    await expect.poll(() => coloursOf(page)).toBeGreaterThan(20);
    await expect(page.locator('.picture-time')).toHaveText(/^Image fixe, \d\d:\d\d:\d\d$/);
  }
  const first = await physician.locator('.picture-time').textContent();
  await expect(physician.locator('.picture-time')).not.toHaveText(first ?? '');
  await expect((await cabin.assistant()).getByText(/images fixes et son/).first()).toBeVisible();
});

test('moving pictures come back by a choice', async () => {
  await physician.getByRole('combobox', { name: quality.choice.incoming }).selectOption('');
  await physician.getByRole('combobox', { name: quality.choice.outgoing }).selectOption('');
  await seesMoving(physician);
  await seesMoving(await cabin.patient());
  await expect(physician.locator('.single-picture')).toHaveCount(0);
  expect((await assistantView(await cabin.assistant())).stage).toBe('call');
});
