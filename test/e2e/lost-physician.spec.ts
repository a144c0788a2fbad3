import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { ABSENCE_ASKED_AFTER_MS } from '#core/claims/arbitration.ts';
import { assistantView, untilAssistant } from '#test/harness/bridge.ts';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { SOMEBODY } from '#test/harness/fast-visit.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { type MortalBrowser, openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { inTurn } from '#test/harness/undo.ts';

/** The physician's browser dies in the consultation and does not come back: the place is given back, and another physician goes on. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const words = wordsOf('fr');
const SITE = 'Mairie de Saint-Aubin';
const NOTES = 'Toux sèche nocturne, pas de fièvre.';
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;
let first: MortalBrowser;
let second: Page;

test.beforeAll(async () => {
  ({ cabin, physician } = await openInCall(undo, words, async () => {
    first = await openPhysicianBrowser();
    return first;
  }));
  await new PhysicianHands(physician, words).writes(NOTES);
  second = undo.later(await openPhysicianBrowser()).page;
  const colleague = cabin.accounts[1]?.account ?? '';
  await new PhysicianHands(second, words).signsIn(cabin.physicianUrl, colleague, cabin.accessCode);
});
test.afterAll(() => undo.all());

const nameOf = (account: number): string => cabin.accounts[account]?.name ?? '';
const choice = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('patient and assistant read that the physician is gone, and are asked after a minute', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  await first.kill();
  await expect(patient.getByText(words.patient.trouble['physician-away'])).toBeVisible({ timeout: 20_000 });
  await expect(choice(assistant, words.assistant.absence.queue)).toHaveCount(0);
  const asked = patient.getByRole('dialog', { name: words.patient.absence.title });
  await expect(asked).toBeVisible({ timeout: ABSENCE_ASKED_AFTER_MS + 15_000 });
  await expect(choice(assistant, words.assistant.absence.queue)).toBeVisible();
  await choice(patient, words.patient.absence.telephone).click();
  await expect(asked).toHaveCount(0);
  await expect(
    assistant.getByText(filled(words.assistant.absence['by-telephone'], { number: '02 61 91 00 10' })),
  ).toBeVisible();
});

test('the assistant gives the place back, and the queue says that a consultation broke off', async () => {
  const assistant = await cabin.assistant();
  const { measures, consents, reason } = await assistantView(assistant);
  await choice(assistant, words.assistant.absence.queue).click();
  await untilAssistant(assistant, ({ stage }) => stage, 'waiting');
  expect(await assistantView(assistant)).toMatchObject({ identity: SOMEBODY, measures, consents, reason });
  const { interrupted } = words.patient.waiting;
  const told = filled(interrupted['physician-gone'], { physician: nameOf(0) });
  await expect((await cabin.patient()).getByText(told)).toBeVisible();
  await expect(second.getByText(words.physician.queue.interrupted)).toBeVisible();
});

test('another physician takes the patient with all that was done, and closes', async () => {
  const patient = new PatientHands(await cabin.patient(), words);
  const hands = new PhysicianHands(second, words);
  await hands.takes(SITE);
  const { interruption } = words.physician.brief;
  const [before = ''] = filled(interruption['physician-gone'], { physician: nameOf(0), time: '@' }).split(
    '@',
  );
  await hands.reads(new RegExp(SOMEBODY.familyName), new RegExp(before), NOTES);
  await patient.acceptsPhysician(nameOf(1));
  await seesMoving(second);
  await seesMoving(await cabin.patient());
  await hands.preparesClosing('given-to-patient', 'Repos.');
  await hands.closes();
  await patient.sees(words.patient.goodbye.title);
  await patient.mayFinish();
  const [file] = await readdir(cabin.handover);
  const record = await readFile(join(cabin.handover, file ?? ''), 'utf8');
  expect(record).toContain('Consultation interrompue');
  for (const account of [0, 1]) expect(record).toContain(nameOf(account));
  expect(record).toContain(Buffer.from(NOTES, 'utf8').toString('base64'));
  expect(record).toContain('CALL_TELEPHONED');
});
