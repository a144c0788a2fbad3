import { expect, type Page, test } from 'playwright/test';
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
import { hears, sees } from '#test/harness/levels.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { sendNonsense, watchChannels } from '#test/harness/raw-channels.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A relative far away, over a broker in which somebody sits, and with a tab that is closed without a word. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const words = wordsOf('fr');
const { company } = words;
const GUEST = 'Ana Ferreira';
const undo = inTurn();
let cabin: RunningCabin;
let physicianPage: Page;
let guestPage: Page;
let line: BrokerLine;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

test.beforeAll(async () => {
  cabin = undo.later(await openCabin({ clockRate: 20 }));
  physicianPage = undo.later(await openPhysicianBrowser()).page;
  guestPage = undo.later(await openPhysicianBrowser()).page;
  line = await holdBrokerLine(guestPage);
  await Promise.all([watchChannels(guestPage), watchChannels(physicianPage)]);
  const assistant = await cabin.assistant();
  await reachMeasures(assistant);
  await askAll(assistant, [{ type: 'finish-measures' }]);
  const physician = new PhysicianHands(physicianPage, words);
  await physician.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
  await physician.takes('Mairie de Saint-Aubin');
  await new PatientHands(await cabin.patient(), words).acceptsPhysician(cabin.accounts[0]?.name ?? '');
  await seesMoving(physicianPage);
});
test.afterAll(() => undo.all());

const refusal = company.refused.PEER_FORGED;
const allAreTold = async () => {
  await expect(guestPage.getByText(refusal).first()).toBeVisible({ timeout: 20_000 });
  await expect((await cabin.patient()).getByText(refusal)).toBeVisible();
  await expect(physicianPage.getByText(refusal)).toBeVisible({ timeout: 20_000 });
  const why = filled(company['refused-call']['guest-patient'], { why: refusal, code: 'PEER_FORGED' });
  await expect((await cabin.assistant()).getByRole('alert').getByText(why)).toBeVisible();
};
const consultationGoesOn = async () => {
  await seesMoving(physicianPage);
  await seesMoving(await cabin.patient());
  await expect(physicianPage.getByText(SOMEBODY.familyName).first()).toBeVisible();
};

test('a certificate put in the place of the cabin’s fails a guest’s call alone, and everybody reads why', async () => {
  line.toPage = withAnotherCertificate;
  const assistant = await cabin.assistant();
  await press(assistant, company.part.open);
  await press(assistant, filled(company.invite.create, { kind: company.kind.relative }));
  const link = await assistant.getByRole('textbox', { name: company.invite.link }).inputValue();
  await press(assistant, company.part.close);
  await guestPage.goto(link);
  await guestPage.getByLabel(company.page.name).fill(GUEST);
  await press(guestPage, company.page.enter);
  await press(await cabin.patient(), company.ask.yes);
  await allAreTold();
  await consultationGoesOn();
  const { incidents } = await assistantView(assistant);
  expect(incidents.map(({ code }) => code)).toContain('PEER_FORGED');
});

test('one in the place of the guest’s fails it too', async () => {
  line.toPage = asItIs;
  line.fromPage = withAnotherCertificate;
  await guestPage.reload();
  await allAreTold();
  await consultationGoesOn();
});

test('once the stranger is gone they hear and see one another by themselves', async () => {
  line.fromPage = asItIs;
  const patient = await cabin.patient();
  await sees(guestPage, company.page['in-cabin']);
  await sees(guestPage, cabin.accounts[0]?.name ?? '');
  for (const page of [patient, physicianPage]) {
    await sees(page, GUEST);
    await hears(page, GUEST);
  }
  for (const page of [guestPage, patient, physicianPage])
    await expect(page.getByText(refusal)).toHaveCount(0);
  await expect((await cabin.assistant()).getByRole('alert').getByText(refusal)).toHaveCount(0, {
    timeout: 30_000,
  });
});

test('what means nothing, over any channel of any call, is told where it came, and ends none', async () => {
  const assistant = await cabin.assistant();
  const count = async (code: string) =>
    (await assistantView(assistant)).incidents.filter((incident) => incident.code === code).length;
  // The guest is in a call with the cabin and in one with the physician, of three channels each.
  expect(await sendNonsense(guestPage)).toBe(6);
  const tooLong = physicianPage.getByText(words.errors.MESSAGE_TOO_LONG.physician);
  await expect(tooLong).toBeVisible();
  await expect.poll(() => count('INVALID_MESSAGE')).toBe(1);
  // The physician's page is in one with each of them.
  expect(await sendNonsense(physicianPage)).toBe(6);
  await expect(guestPage.getByRole('alert')).toContainText('MESSAGE_TOO_LONG');
  await expect.poll(() => count('INVALID_MESSAGE')).toBe(2);
  await expect.poll(() => count('MESSAGE_TOO_LONG')).toBe(2);
  await press(guestPage, company.page.unread.dismiss);
  await expect(guestPage.getByRole('alert')).toHaveCount(0);
  await consultationGoesOn();
  for (const page of [await cabin.patient(), physicianPage]) {
    await sees(page, GUEST);
    await hears(page, GUEST);
  }
  await sees(guestPage, company.page['in-cabin']);
  // It goes by itself.
  await expect(tooLong).toHaveCount(0, { timeout: 30_000 });
});

test('a page that is closed is gone within seconds, and cannot come back without another link', async () => {
  const patient = await cabin.patient();
  const context = guestPage.context();
  const { origin } = new URL(guestPage.url());
  const presence = patient.getByRole('status', { name: company.label });
  await expect(presence).toContainText(GUEST);
  await guestPage.close({ runBeforeUnload: false });
  // At once nothing is sent to it any more; after the time in which a reload would be back, the guest has left.
  await expect(presence).not.toContainText(GUEST, { timeout: 4_000 });
  await expect(patient.getByText(GUEST)).toHaveCount(0, { timeout: 16_000 });
  await consultationGoesOn();
  const again = await context.newPage();
  await again.goto(`${origin}/guest`);
  await expect(again.getByText(company.page.refused.SESSION_EXPIRED)).toBeVisible();
});
