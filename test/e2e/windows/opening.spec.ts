import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { DEMO_CODES } from '#electron/main/profile.ts';
import { ask, askAll, assistantView, patientView, signIn, untilAssistant } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { reachCapabilities } from '#test/harness/fast-visit.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** Who opens the cabin, who takes over, and what a closed one still does. */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const words = wordsOf('fr');
const { duty, emergency: onStaff } = words.assistant;
const { closed, bar, emergency, welcome } = words.patient;
const AWA = { personId: 'awa-diallo', code: DEMO_CODES['awa-diallo'] ?? '' };
const CLAIRE = { personId: 'claire-morel', code: DEMO_CODES['claire-morel'] ?? '' };
const undo = inTurn();
let cabin: RunningCabin;

const touch = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
/** By the keys on the screen: nobody needs a keyboard to open the cabin. */
const typesCode = async (page: Page, code: string): Promise<void> => {
  for (const digit of code) await page.getByRole('button', { name: digit, exact: true }).click();
  await touch(page, duty.open);
};
const failureOf = async (outcome: ReturnType<typeof ask>) => {
  const answer = await outcome;
  return answer.ok ? undefined : answer.failure.code;
};

test.beforeAll(async () => {
  cabin = undo.later(await openCabin({ closed: true }));
});
test.afterAll(() => undo.all());

test('a cabin that nobody has opened begins no visit, and says so', async () => {
  const [patient, assistant] = [await cabin.patient(), await cabin.assistant()];
  await expect(patient.getByText(closed['nobody-on-duty'].title)).toBeVisible();
  await expect(assistant.getByText(duty.title)).toBeVisible();
  expect(await failureOf(ask(patient, { type: 'start-visit' }))).toBe('CABIN_CLOSED');
  expect(await failureOf(ask(assistant, { type: 'start-visit' }))).toBe('NOT_SIGNED_IN');
});

test('its emergency and its call for help wait for no code', async () => {
  const [patient, assistant] = [await cabin.patient(), await cabin.assistant()];
  await touch(patient, bar.help);
  await touch(assistant, words.assistant.help.acknowledge);
  await expect(patient.getByText(closed['help-coming'])).toBeVisible();
  await touch(patient, bar.emergency);
  await expect(patient.getByText(emergency.title)).toBeVisible();
  await expect(assistant.getByText('02 61 91 00 15').first()).toBeVisible();
  await touch(assistant, onStaff.acknowledge);
  await expect(patient.getByText(emergency['nobody-on-duty'].acknowledged)).toBeVisible();
  expect(await failureOf(ask(assistant, { type: 'close-emergency', ending: { ending: 'mistake' } }))).toBe(
    'NOT_SIGNED_IN',
  );
});

test('somebody’s own code opens it, and no other', async () => {
  const [patient, assistant] = [await cabin.patient(), await cabin.assistant()];
  await touch(assistant, /Awa Diallo/);
  await typesCode(assistant, '9999');
  await expect(assistant.getByText(filled(words.staff.code.wrong_other, { count: '4' }))).toBeVisible();
  await typesCode(assistant, AWA.code);
  await expect(assistant.getByText(duty.title)).toHaveCount(0);
  expect((await assistantView(assistant)).assistant.name).toBe('Awa Diallo');
  await askAll(assistant, [{ type: 'close-emergency', ending: { ending: 'mistake' } }]);
  await expect(patient.getByText(welcome.title)).toBeVisible();
});

test('with a patient inside nobody leaves, and somebody can take over', async () => {
  const assistant = await cabin.assistant();
  await reachCapabilities(assistant);
  await touch(assistant, /^Awa Diallo/);
  await expect(assistant.getByText(duty['lead-visit'])).toBeVisible();
  await expect(assistant.getByRole('button', { name: duty.close })).toHaveCount(0);
  await touch(assistant, duty.relieve);
  await expect(assistant.getByText('Claire Morel')).toBeVisible();
  await typesCode(assistant, CLAIRE.code);
  await untilAssistant(assistant, (view) => view.assistant.name, 'Claire Morel');
  expect((await patientView(await cabin.patient())).assistant.givenName).toBe('Claire');
  await askAll(assistant, [{ type: 'leave' }]);
});

test('whoever has a telephone confirms on it, beside the number that the cabin shows', async () => {
  const assistant = await cabin.assistant();
  await touch(assistant, /^Claire Morel/);
  await touch(assistant, duty.relieve);
  await touch(assistant, duty['own-device'].ask);
  const telephone = new URL('/demo-identity/own-device?lang=fr', cabin.physicianUrl).href;
  const number = await assistant.locator('.own-device .number').textContent();
  let html = '';
  await expect(async () => {
    html = await (await fetch(telephone)).text();
    expect(html).toContain(`<h1>${number}</h1>`);
  }).toPass();
  const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
  await fetch(telephone, {
    method: 'POST',
    body: new URLSearchParams({ answer: 'confirm', id, code: cabin.accessCode }),
  });
  await untilAssistant(assistant, (view) => view.assistant.name, 'Awa Diallo');
  await expect(assistant.getByText(duty['relieve-title'])).toHaveCount(0);
});

test('it is closed by hand, and the log of accesses says by whom', async () => {
  const assistant = await cabin.assistant();
  await expect(assistant.getByText(words.assistant.step['welcome-title'])).toBeVisible();
  await touch(assistant, /^Awa Diallo/);
  await touch(assistant, duty.close);
  await expect(assistant.getByText(duty.title)).toBeVisible();
  await expect((await cabin.patient()).getByText(closed['nobody-on-duty'].title)).toBeVisible();
  const log = await readFile(join(cabin.userData, 'accesses.log'), 'utf8');
  expect(
    log
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(line.indexOf(' ') + 1)),
  ).toEqual([
    'wrong code, 1 of 5',
    'Awa Diallo: on duty',
    'Claire Morel: relieves Awa Diallo',
    'Awa Diallo: asked on their own device',
    'Awa Diallo: relieves Claire Morel, confirmed on their own device',
    'Awa Diallo: off duty',
  ]);
  await signIn(assistant, AWA);
  expect((await assistantView(assistant)).assistant.name).toBe('Awa Diallo');
});
