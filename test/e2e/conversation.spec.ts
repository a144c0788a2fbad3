import { expect, type Page, test } from 'playwright/test';
import { askAll, assistantView } from '#test/harness/bridge.ts';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { auditScreen, PATIENT_RULES } from '#test/harness/screen-audit.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A person who does not hear holds the consultation in writing. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const words = wordsOf('fr');
const { conversation } = words;
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;

test.beforeAll(async () => {
  ({ cabin, physician } = await openInCall(undo, words));
});
test.afterAll(() => undo.all());

const press = async (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();

test('what one writes, the two others read, each in their place', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  await press(patient, conversation.open);
  // The keyboard begins a sentence with a capital by itself.
  for (const letter of 'oui')
    await patient
      .getByRole('button', { name: new RegExp(`^${letter}$`, 'i') })
      .first()
      .click();
  await press(patient, conversation.send);
  await expect(patient.locator('.message.mine')).toHaveText(/Oui/);
  await press(patient, conversation.replies['not-heard']);
  await expect(physician.locator('.vid .cap')).toHaveText(new RegExp(conversation.replies['not-heard']));
  expect(await auditScreen(patient, PATIENT_RULES, [{}, { text: 'large' }])).toEqual([]);
  // The call went on behind the keyboard.
  await seesMoving(patient);

  await physician.keyboard.press('m');
  const field = physician.getByRole('textbox', { name: conversation.placeholder });
  await field.fill('Depuis quand toussez-vous ?');
  await field.press('Enter');
  await expect(field).toHaveValue('');
  await expect(patient.locator('.message').last()).toHaveText(/Depuis quand toussez-vous/);
  await press(patient, conversation.close);
  await expect(patient.locator('.cap')).toHaveCount(0);

  await assistant.getByRole('button', { name: '3 nouveaux', exact: true }).click();
  await assistant.getByRole('textbox', { name: conversation.placeholder }).fill('Je monte le son.');
  await press(assistant, conversation.send);
  await press(assistant, conversation.close);
  await expect(patient.locator('.cap')).toContainText('Je monte le son.');
  await press(patient, conversation.read);
  await expect(patient.locator('.cap')).toHaveCount(0);
  await expect(physician.locator('.message').last()).toHaveText(/Je monte le son/);
});

test('nothing of it is lost by a reload, nor left in the next visit', async () => {
  await physician.reload();
  await expect(physician.locator('.vid .cap')).toContainText('Je monte le son.');
  const patient = await cabin.patient();
  const closed = patient.waitForEvent('close');
  await Promise.all([closed, askAll(patient, [{ type: 'leave' }]).catch(() => closed)]);
  await new PatientHands(await cabin.patient(), words).sees(words.patient.welcome.title);
  expect((await assistantView(await cabin.assistant())).messages).toEqual([]);
});
