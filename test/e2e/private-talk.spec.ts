import { expect, type Page, test } from 'playwright/test';
import type { AssistantBridge } from '#core/contract/ipc.ts';
import { ask } from '#test/harness/bridge.ts';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { SOMEBODY } from '#test/harness/fast-visit.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** Patient and physician alone: the assistant is out of the room, and comes back only with a yes. */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const words = wordsOf('fr');
const { privacy } = words;
const name = 'Awa';
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;

test.beforeAll(async () => {
  ({ cabin, physician } = await openInCall(undo, words));
});
test.afterAll(() => undo.all());

const press = (page: Page, key: string) => page.getByRole('button', { name: key, exact: true }).click();
const reads = (page: Page, text: string) =>
  expect(page.getByText(filled(text, { name })).filter({ visible: true }).first()).toBeVisible();
/** All that the assistant's window was told: the text on it, and what its bridge hands out. */
const shownToAssistant = async (): Promise<string> => {
  const page = await cabin.assistant();
  const view = await page.evaluate(async () =>
    JSON.stringify(await (window as unknown as { cabine: AssistantBridge }).cabine.snapshot()),
  );
  return `${await page.locator('body').textContent()} ${view}`;
};
const begins = async (): Promise<void> => {
  await press(await cabin.patient(), privacy.patient.ask);
  const assistant = await cabin.assistant();
  await reads(assistant, privacy.assistant.title.patient);
  await press(assistant, privacy.assistant.out);
  await reads(assistant, privacy.assistant['blind-title']);
};

test('the patient wishes it, the assistant leaves, and their screen shows nothing of the visit', async () => {
  expect(await shownToAssistant()).toContain(SOMEBODY.familyName);
  await begins();
  await reads(await cabin.patient(), privacy.patient.alone);
  await expect(physician.getByText(/son écran ne montre rien/)).toBeVisible();
  const shown = await shownToAssistant();
  for (const secret of [SOMEBODY.familyName, SOMEBODY.givenName, SOMEBODY.birthDate, 'measures', 'cough'])
    expect(shown).not.toContain(secret);
  expect(await ask(await cabin.assistant(), { type: 'leave' })).toMatchObject({
    ok: false,
    failure: { code: 'PRIVATE_TALK' },
  });
});

test('the assistant asks to come back: not yet, then yes, and the patient takes note', async () => {
  const [patient, assistant] = [await cabin.patient(), await cabin.assistant()];
  await press(assistant, privacy.assistant.return);
  await reads(patient, privacy.patient['return-title']);
  await press(patient, privacy.patient['return-no']);
  await expect(assistant.getByRole('button', { name: privacy.assistant.return })).toBeVisible();
  await press(assistant, privacy.assistant.return);
  await press(physician, privacy.physician['return-yes']);
  await reads(patient, privacy.patient['over-title']);
  await reads(patient, privacy.patient.over['let-in']);
  await press(patient, privacy.patient.understood);
  expect(await shownToAssistant()).toContain(SOMEBODY.familyName);
});

test('a call for help brings the assistant back, and both are told why', async () => {
  await begins();
  const patient = await cabin.patient();
  await press(patient, words.patient.bar.help);
  const assistant = await cabin.assistant();
  await reads(assistant, privacy.assistant.help);
  await press(assistant, privacy.assistant.coming);
  await reads(patient, privacy.patient.over.help);
  await reads(physician, privacy.physician.over.help);
  await press(patient, privacy.patient.understood);
});

test('an emergency ends it at once', async () => {
  await begins();
  const patient = await cabin.patient();
  await press(patient, words.patient.bar.emergency);
  await expect((await cabin.assistant()).getByText(words.assistant.need.emergency)).toBeVisible();
  await reads(physician, privacy.physician.over.emergency);
});
