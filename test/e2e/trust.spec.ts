import { expect, type Page, test } from 'playwright/test';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import { askAll, assistantView } from '#test/harness/bridge.ts';
import {
  asItIs,
  type BrokerLine,
  holdBrokerLine,
  withAnotherCertificate,
} from '#test/harness/broker-line.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { reachMeasures, SOMEBODY } from '#test/harness/fast-visit.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { trustWordsOn } from '#test/harness/people/trust-words.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';

/** Somebody sits on the broker and would like to sit in the consultation; one visit goes through both ways of trying. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const SITE = 'Mairie de Saint-Aubin';
const words = wordsOf('fr');
const undo = inTurn();
let cabin: RunningCabin;
let page: Page;
let line: BrokerLine;

test.beforeAll(async () => {
  const rig = undo.later(await openRig({ clockRate: 20 }));
  cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile }));
  page = undo.later(await openPhysicianBrowser()).page;
  line = await holdBrokerLine(page);
  const assistant = await cabin.assistant();
  await reachMeasures(assistant);
  await askAll(assistant, [{ type: 'finish-measures' }]);
});
test.afterAll(() => undo.all());

const told = (code: ErrorCode, role: 'assistant' | 'physician'): string =>
  filled(words.staff.fault, { words: words.errors[code][role], code });
const allAreTold = async (code: ErrorCode): Promise<void> => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  await expect(page.getByText(told(code, 'physician')).first()).toBeVisible({ timeout: 20_000 });
  await expect(assistant.getByRole('alert').getByText(told(code, 'assistant'))).toBeVisible();
  await expect(patient.getByText(words.errors[code].patient).filter({ visible: true }).first()).toBeVisible();
  await expect(patient.getByText(code)).toHaveCount(0);
};
test('a certificate put in the place of the cabin’s fails the call, and all three people read why', async () => {
  line.toPage = withAnotherCertificate;
  const physician = new PhysicianHands(page, words);
  await physician.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
  await physician.takes(SITE);
  await allAreTold('PEER_FORGED');
  // Nothing of the visit went to the stranger, nor to the page.
  await expect(page.getByText(SOMEBODY.familyName)).toHaveCount(0);
  const { incidents } = await assistantView(await cabin.assistant());
  expect(incidents.map(({ code }) => code)).toContain('PEER_FORGED');
});

test('one in the place of the physician’s fails it too', async () => {
  line.toPage = asItIs;
  line.fromPage = withAnotherCertificate;
  await page.reload();
  await allAreTold('PEER_FORGED');
  // Who cannot be reached by the call can be by telephone, though nothing of the visit has come.
  const { telephone } = words.physician.trouble;
  await expect(page.getByText(filled(telephone, { number: '02 61 91 00 10' }))).toBeVisible();
  await expect(page.getByText(SOMEBODY.familyName)).toHaveCount(0);
});

test('once the stranger is gone, the call comes by itself, and all screens show the same two words', async () => {
  line.fromPage = asItIs;
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  await expect(page.getByText(SOMEBODY.familyName).first()).toBeVisible({ timeout: 30_000 });
  await new PatientHands(patient, words).acceptsPhysician(cabin.accounts[0]?.name ?? '');
  await seesMoving(page);
  await seesMoving(patient);
  const seen = await trustWordsOn(page, words);
  expect(seen).not.toBe('');
  expect([await trustWordsOn(patient, words), await trustWordsOn(assistant, words)]).toEqual([seen, seen]);
  // The incident stays in the record; the alarm is over.
  await expect(page.getByText(told('PEER_FORGED', 'physician'))).toHaveCount(0);
  await expect(assistant.getByRole('alert').getByText(told('PEER_FORGED', 'assistant'))).toHaveCount(0);
  await expect(patient.getByText(words.errors.PEER_FORGED.patient)).toHaveCount(0);
});

test('the call goes on when the stranger comes back, and its words stay', async () => {
  const seen = await trustWordsOn(page, words);
  line.toPage = withAnotherCertificate;
  line.fromPage = withAnotherCertificate;
  await (await cabin.patient()).waitForTimeout(1_000);
  await seesMoving(page);
  await seesMoving(await cabin.patient());
  expect(await trustWordsOn(page, words)).toBe(seen);
});
