import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { assistantView, patientView } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { reachMeasures, SOMEBODY } from '#test/harness/fast-visit.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** Somebody leaves in the middle of a visit: asked, looked for, blanked, over (branch F4 of the journey). */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const { patient: onPatient, assistant: onStaff } = wordsOf('fr').attendance;
const { welcome } = wordsOf('fr').patient;
const undo = inTurn();
let cabin: RunningCabin;

test.beforeAll(async () => {
  // A minute and a half is 1.5 s, a quarter of an hour 15 s.
  cabin = undo.later(await openCabin({ attendanceRate: 60 }));
  await reachMeasures(await cabin.assistant());
});
test.afterAll(() => undo.all());

test('a silent screen asks, and a touch answers', async () => {
  const patient = await cabin.patient();
  await expect(patient.getByText(onPatient.title)).toBeVisible();
  await patient.getByRole('button', { name: onPatient.here }).click();
  await expect(patient.getByText(onPatient.title)).toHaveCount(0);
  expect((await patientView(patient)).attendance).toBeUndefined();
});

test('without an answer the assistant is to look, and then nothing of the person is on the screen', async () => {
  const [patient, assistant] = [await cabin.patient(), await cabin.assistant()];
  await expect(assistant.getByRole('heading', { name: onStaff.title })).toBeVisible();
  await expect(patient.getByText(filled(onPatient.coming, { name: 'Awa' }))).toBeVisible();
  await expect(patient.getByText(onPatient['away-title'])).toBeVisible();
  expect(JSON.stringify(await patientView(patient))).not.toContain(SOMEBODY.familyName);
  expect(await patient.content()).not.toContain(SOMEBODY.givenName);
});

test('the assistant brings the same person back, and tells when they are gone for good', async () => {
  const [patient, assistant] = [await cabin.patient(), await cabin.assistant()];
  await assistant.getByRole('button', { name: onStaff['same-person'] }).click();
  await expect(patient.getByText(onPatient['away-title'])).toHaveCount(0);
  expect((await patientView(patient)).identity?.familyName).toBe(SOMEBODY.familyName);
  await assistant.getByRole('button', { name: onStaff.gone }).click();
  await expect((await cabin.patient()).getByText(welcome.title)).toBeVisible();
  expect(await readFile(join(cabin.userData, 'accesses.log'), 'utf8')).toContain(
    'Awa Diallo: the patient has left',
  );
});

test('where nobody looks, the visit is over by itself and wiped', async () => {
  const assistant = await cabin.assistant();
  await reachMeasures(assistant);
  const { epoch } = await assistantView(assistant);
  await expect
    .poll(async () => (await assistantView(await cabin.assistant())).epoch, { timeout: 40_000 })
    .toBe(epoch + 1);
  const next = await cabin.patient();
  await expect(next.getByText(welcome.title)).toBeVisible();
  expect(await next.content()).not.toContain(SOMEBODY.familyName);
});
