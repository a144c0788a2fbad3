import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { SOMEBODY } from '#test/harness/fast-visit.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** The assistant doubts that remote care is right; the physician decides for care in presence, and closes. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const words = wordsOf('fr');
const { closing, staff } = words;
const DETAILS = 'Ce soir, avant 20 heures.';
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;

test.beforeAll(async () => {
  ({ cabin, physician } = await openInCall(undo, words));
});
test.afterAll(() => undo.all());

const key = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const question = () => physician.getByRole('status', { name: closing.question.title });

test('what the assistant ticks is at the physician’s at once, before any decision', async () => {
  await expect(question()).toContainText(closing.question.first);
  const assistant = await cabin.assistant();
  await key(assistant, words.assistant.particulars.file).click();
  await key(assistant, closing.assistant.open).click();
  await key(assistant, closing.exclusion['presence-needed']).click();
  await expect(question()).toContainText(filled(closing.question.raised, { name: 'Awa Diallo' }));
  await key(assistant, closing.assistant.done).click();
});

test('the decision ends the question, and something new asks it again', async () => {
  await key(physician, new RegExp(`^${staff.pathway['in-person']}`)).click();
  await expect(question()).toHaveCount(0);
  const assistant = await cabin.assistant();
  await key(assistant, words.assistant.particulars.file).click();
  await key(assistant, filled(closing.assistant['open-told_one'], { count: '1' })).click();
  await key(assistant, closing.exclusion['cannot-take-part']).click();
  const decision = staff.pathway['in-person'];
  await key(physician, filled(closing.question.confirm, { decision })).click();
  await expect(question()).toHaveCount(0);
});

test('closing asks where the person goes and about a long sick leave, and blocks neither', async () => {
  const { 'close-dialog': dialog, video } = words.physician;
  await key(physician, new RegExp(`^${video.end}`)).click();
  await key(physician, dialog.state['given-to-patient']).click();
  const confirm = key(physician, dialog.confirm);
  await expect(confirm).toContainText(closing.orientation['not-yet']);
  await key(physician, closing.orientation.place['duty-doctor']).click();
  await physician.getByLabel(closing.orientation.details).fill(DETAILS);
  await key(physician, closing['sick-leave'].prescribed).click();
  await physician.getByLabel(closing['sick-leave'].days).fill('5');
  await expect(physician.getByText(closing['sick-leave']['over-limit'])).toBeVisible();
  await expect(confirm).toContainText(closing['sick-leave'].unexplained);
  await key(physician, closing['sick-leave'].exception.none).click();
  await new PhysicianHands(physician, words).closes();
});

test('patient and assistant read where, and the record keeps all of it', async () => {
  const patient = await cabin.patient();
  const { 'in-person': goodbye } = words.patient.goodbye;
  await expect(patient.getByRole('heading', { name: goodbye.title })).toBeVisible();
  await expect(patient.getByText(goodbye.place['duty-doctor'])).toBeVisible();
  await expect(patient.getByText(DETAILS)).toBeVisible();
  const assistant = await cabin.assistant();
  await expect(assistant.getByText(closing.assistant['in-person'])).toBeVisible();
  await key(assistant, closing.proof.open).click();
  const proof = await assistant.getByLabel(closing.proof.lead).inputValue();
  expect(proof).toContain('Awa Diallo');
  expect(proof).toContain('TLL');
  for (const word of [SOMEBODY.familyName, SOMEBODY.givenName, DETAILS]) expect(proof).not.toContain(word);
  await new PatientHands(patient, words).finishes(goodbye.title);
  const [file] = await readdir(cabin.handover);
  const record = await readFile(join(cabin.handover, file ?? ''), 'utf8');
  for (const kept of ['presence-needed', 'cannot-take-part', 'duty-doctor', 'sick-leave.exception'])
    expect(record).toContain(kept);
});
