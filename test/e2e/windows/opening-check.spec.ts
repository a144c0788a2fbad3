import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openingCheckSchema } from '#core/opening/check/findings.ts';
import { DEMO_CODES } from '#electron/main/profile.ts';
import { askAll, assistantView, signIn } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** What the cabin looks at before its first patient, with the browser's own camera, microphone and loudspeaker. */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const { opening } = wordsOf('fr');
const AWA = { personId: 'awa-diallo', code: DEMO_CODES['awa-diallo'] ?? '' };
const undo = inTurn();
let cabin: RunningCabin;

test.beforeAll(async () => {
  cabin = undo.later(await openCabin({ closed: true }));
});
test.afterAll(() => undo.all());

const lastKept = async () => {
  const lines = (await readFile(join(cabin.userData, 'openings.log'), 'utf8')).trim().split('\n');
  return openingCheckSchema.parse(JSON.parse(lines.at(-1)?.replace(/^\S+ /, '') ?? ''));
};
const finding = async (check: string) => (await lastKept()).findings.find((one) => one.check === check);

test('whoever opens the cabin is told how it was found, and a log keeps it', async () => {
  const assistant = await cabin.assistant();
  await signIn(assistant, AWA);
  await expect(assistant.getByText(opening.running)).toBeVisible();
  await expect(assistant.getByText(opening.running)).toHaveCount(0, { timeout: 30_000 });
  await assistant.getByRole('button', { name: opening.open, exact: true }).click();
  const dialog = assistant.getByRole('dialog');
  for (const check of ['camera', 'microphone', 'loudspeaker', 'voice', 'disk', 'printer'] as const)
    await expect(dialog.getByText(opening.check[check], { exact: true })).toBeVisible();
  // The made-up camera moves; the made-up microphone beeps, and hears no loudspeaker.
  expect(await finding('camera')).toMatchObject({ outcome: 'good', note: 'picture' });
  expect(await finding('microphone')).toMatchObject({ figure: expect.any(Number) });
  expect((await finding('loudspeaker'))?.outcome).not.toBe('good');
  expect(await lastKept()).toMatchObject({ by: 'Awa Diallo', running: false });
});

test('it is done again at a touch, and a visit that begins ends it', async () => {
  const assistant = await cabin.assistant();
  const before = (await lastKept()).at;
  await assistant.getByRole('button', { name: opening.again }).click();
  await expect.poll(async () => (await assistantView(assistant)).opening?.running).toBe(true);
  await askAll(assistant, [{ type: 'start-visit' }]);
  await expect.poll(async () => (await lastKept()).at).not.toBe(before);
  expect(await finding('camera')).toMatchObject({ outcome: 'not-tried', note: 'interrupted' });
});
