import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { CONSENTS, type Consent } from '#core/identity/consents.ts';
import { ask, askAll, untilAssistant } from '#test/harness/bridge.ts';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { reachMeasures, SOMEBODY } from '#test/harness/fast-visit.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A refusal of each of the four agreements, and what it comes to on the three screens and in the record. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const words = wordsOf('fr');
const { 'own-consents': own, bar, declined, consents } = words.patient;
const name = 'Awa';
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;

const key = (page: Page, text: string | RegExp) => page.getByRole('button', { name: text }).first();

/** By the patient's own hand, in the middle of the consultation. */
const withdraws = async (consent: Consent): Promise<void> => {
  const patient = await cabin.patient();
  await key(patient, bar.stop).click();
  await key(patient, own.open).click();
  await patient
    .getByRole('group', { name: filled(consents[`${consent}-question`], { name }) })
    .getByRole('button', { name: words.common.no })
    .click();
  await expect(patient.getByText(filled(own[`no-${consent}`], { name }))).toBeVisible();
  await key(patient, own.withdraw).click();
};

test.beforeAll(async () => {
  ({ cabin, physician } = await openInCall(undo, words));
});
test.afterAll(() => undo.all());

test('to the assistant’s presence: the assistant is asked out, and the patient is alone with the physician', async () => {
  await withdraws('assistant-present');
  await key(await cabin.patient(), own.done).click();
  const assistant = await cabin.assistant();
  await expect(assistant.getByText(words.privacy.assistant.title.patient).first()).toBeVisible();
  await key(assistant, words.privacy.assistant.out).click();
  await expect(assistant.getByText(words.privacy.assistant['blind-title'])).toBeVisible();
  await expect(physician.getByText(/son écran ne montre rien/)).toBeVisible();
});

test('to a report for the doctor: the physician cannot send one, and to the shared record: it is in the record as refused', async () => {
  const { 'close-dialog': dialog } = words.physician;
  const hands = new PhysicianHands(physician, words);
  await hands.preparesClosing('given-to-patient', 'Du repos.');
  await expect(key(physician, dialog.state['sent-to-doctor'])).toContainText(dialog['no-agreement']);
  await hands.closes();
  const readRecord = async (): Promise<string> => {
    const [file = ''] = await readdir(cabin.handover);
    return readFile(join(cabin.handover, file), 'utf8');
  };
  await expect(async () => void (await readRecord())).toPass();
  const bundle: {
    entry: {
      resource: { resourceType: string; status?: string; category?: { coding?: { code: string }[] }[] };
    }[];
  } = JSON.parse(await readRecord());
  const statusOf = (consent: Consent) =>
    bundle.entry.find(({ resource }) =>
      resource.category?.some(({ coding }) => coding?.some(({ code }) => code === consent)),
    )?.resource.status;
  expect(CONSENTS.map((consent) => [consent, statusOf(consent)])).toEqual([
    ['teleconsultation', 'active'],
    ['assistant-present', 'rejected'],
    ['report-to-doctor', 'rejected'],
    ['report-to-shared-record', 'rejected'],
  ]);
  await askAll(await cabin.assistant(), [{ type: 'finish-visit' }]);
  await hands.seesTheEnd();
});

test('to the teleconsultation: it ends at once on all three screens, and nothing leaves the cabin', async () => {
  // The assistant's window is loaded again before the next patient's opens.
  await expect((await cabin.patient()).getByText(words.patient.welcome.title)).toBeVisible();
  const before = (await readdir(cabin.handover)).length;
  await reachMeasures(await cabin.assistant());
  await askAll(await cabin.assistant(), [{ type: 'finish-measures' }]);
  const hands = new PhysicianHands(physician, words);
  await hands.takes('Mairie de Saint-Aubin');
  await new PatientHands(await cabin.patient(), words).acceptsPhysician(cabin.accounts[0]?.name ?? '');
  await withdraws('teleconsultation');
  const patient = await cabin.patient();
  await expect(patient.getByText(declined.title)).toBeVisible();
  await expect(physician.getByText(SOMEBODY.familyName)).toHaveCount(0);
  await untilAssistant(await cabin.assistant(), ({ stage }) => stage, 'declined');
  expect((await ask(await cabin.assistant(), { type: 'start-capture', measure: 'oximetry' })).ok).toBe(false);
  // The window is gone before the click has been told of.
  const closed = patient.waitForEvent('close');
  await Promise.all([
    closed,
    key(patient, declined.leave)
      .click()
      .catch(() => undefined),
  ]);
  await expect((await cabin.patient()).getByText(words.patient.welcome.title)).toBeVisible();
  expect((await readdir(cabin.handover)).length).toBe(before);
});
