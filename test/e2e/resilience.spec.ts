import { expect, type Page, test } from 'playwright/test';
import { ask, askAll, assistantView, untilAssistant } from '#test/harness/bridge.ts';
import { type BrokerLine, holdBrokerLine, replaced } from '#test/harness/broker-line.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { crashPatient, freezeHost, hostPid, killHost } from '#test/harness/cabin-processes.ts';
import { reachMeasures, SOMEBODY } from '#test/harness/fast-visit.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { breakOut } from '#test/harness/raw-ipc.ts';
import { openRig, type Rig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';
import { veilsOf, watchVeils } from '#test/harness/veils.ts';

/** Windows that reload, processes that die: one visit goes through all of it. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const words = wordsOf('fr');
const NOTES = 'Toux sèche nocturne, pas de fièvre.';
const undo = inTurn();
let rig: Rig;
let cabin: RunningCabin;
let physicianPage: Page;
let line: BrokerLine;

const seesFingerMissing = async (page: Page): Promise<void> => {
  const title = page.getByRole('heading', { name: words.patient.capture.oximetry['place-title'] });
  await expect(title).toBeVisible();
};
/** Both pictures move: first the side that came back, then the other. */
const bothSeeMoving = async (...pages: readonly Page[]): Promise<void> => {
  for (const page of pages) await seesMoving(page);
};
const notesOf = (page: Page) => page.getByRole('textbox', { name: words.physician.notes.title });

test.beforeAll(async () => {
  rig = undo.later(await openRig({ clockRate: 20 }));
  cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile }));
  physicianPage = undo.later(await openPhysicianBrowser()).page;
  line = await holdBrokerLine(physicianPage);
});
test.afterAll(() => undo.all());

test('both windows find the running measure again after a reload', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  await reachMeasures(assistant);
  rig.order('finger-out');
  await askAll(assistant, [{ type: 'start-capture', measure: 'oximetry' }]);
  await seesFingerMissing(patient);
  const before = (await assistantView(assistant)).capture;
  await patient.reload();
  await seesFingerMissing(patient);
  await assistant.reload();
  const { oximetry } = words.assistant.capture;
  await expect(assistant.getByText(oximetry['sensor-off']).first()).toBeVisible();
  const after = (await assistantView(assistant)).capture;
  expect(after).toMatchObject({ askingId: before?.askingId, phase: { phase: 'measuring' } });
});

test('the patient window comes back with the visit after its renderer crashed', async () => {
  const patient = await crashPatient(cabin);
  await seesFingerMissing(patient);
  const view = await assistantView(await cabin.assistant());
  expect(view).toMatchObject({ stage: 'measures', identity: SOMEBODY, capture: { measure: 'oximetry' } });
});

test('the death of the device host in the middle of a measure costs that try only', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  const killed = await killHost(cabin.app, 'device-host');
  const { failed, again } = words.patient.capture;
  await expect(patient.getByRole('heading', { name: failed.title })).toBeVisible();
  await expect(patient.getByText(words.errors.DEVICE_HOST_RESTARTED.patient)).toBeVisible();
  await expect(assistant.getByText('(DEVICE_HOST_RESTARTED)').first()).toBeVisible();
  await expect.poll(() => hostPid(cabin.app, 'device-host')).not.toBe(killed);
  await untilAssistant(assistant, ({ deviceHostReady }) => deviceHostReady, true);
  rig.order('finger-in');
  await patient.getByRole('button', { name: again, exact: true }).click();
  await new PatientHands(patient, words).keepsStill();
  const view = await assistantView(assistant);
  expect(view.incidents.map(({ code }) => code)).toEqual(['DEVICE_HOST_RESTARTED']);
  expect(view.measures[0]).toMatchObject({ measure: 'oximetry', status: { status: 'done' } });
});

test('a device host that freezes in the middle of a measure is replaced within a second', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  rig.order('finger-out');
  await askAll(assistant, [{ type: 'start-capture', measure: 'oximetry' }]);
  await seesFingerMissing(patient);
  const frozen = await freezeHost(cabin.app, 'device-host');
  const frozenAt = performance.now();
  const isReplaced = async () => ![frozen, undefined].includes(await hostPid(cabin.app, 'device-host'));
  await expect.poll(isReplaced, { intervals: [10] }).toBe(true);
  const took = performance.now() - frozenAt;
  test.info().annotations.push({ type: 'replaced after', description: `${Math.round(took)} ms` });
  expect(took).toBeLessThan(1_200);
  await untilAssistant(assistant, ({ deviceHostReady }) => deviceHostReady, true);
  const view = await assistantView(assistant);
  expect(view.capture?.phase).toMatchObject({ phase: 'failed', code: 'DEVICE_HOST_RESTARTED' });
  expect(view.incidents.map(({ code }) => code)).toEqual(['DEVICE_HOST_RESTARTED', 'DEVICE_HOST_RESTARTED']);
  rig.order('finger-in');
  await patient.getByRole('button', { name: words.patient.capture.again, exact: true }).click();
  await new PatientHands(patient, words).keepsStill();
});

test('a call begins', async () => {
  const patientPage = await cabin.patient();
  const physician = new PhysicianHands(physicianPage, words);
  await askAll(await cabin.assistant(), [{ type: 'finish-measures' }]);
  await physician.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
  await physician.takes('Mairie de Saint-Aubin');
  await new PatientHands(patientPage, words).acceptsPhysician(cabin.accounts[0]?.name ?? '');
  await bothSeeMoving(patientPage, physicianPage);
  await physician.writes(NOTES);
});

test('it comes back by itself when the patient window reloads', async () => {
  const patient = await cabin.patient();
  await patient.reload();
  await bothSeeMoving(patient, physicianPage);
});

test('the assistant window cannot speak for the patient window in the call', async () => {
  const patient = await cabin.patient();
  const assistant = await breakOut(cabin, 'assistant');
  await patient.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(window, { callEvents: seen });
    Reflect.get(window, 'cabine').onCallEvent((event: unknown) => seen.push(event));
  });
  const opened = () =>
    patient.evaluate(() =>
      (Reflect.get(window, 'callEvents') as { type: string; attempt: unknown }[]).filter(
        ({ type }) => type === 'open',
      ),
    );
  expect(await assistant.sendAndHear('call:open', undefined, 'call:event')).toBe(false);
  await ask(patient, { type: 'choose-language', language: 'fr' });
  expect(await opened()).toEqual([]);
  await patient.evaluate(() => Reflect.get(window, 'cabine').openCall());
  await expect.poll(async () => (await opened()).length).toBe(1);

  const [{ attempt } = { attempt: undefined }] = await opened();
  const made = (candidate: string) => ({ attempt, signal: { type: 'candidate', candidate: { candidate } } });
  const told: string[] = [];
  line.toPage = (message) => {
    const text = message.toString('latin1');
    if (!text.includes('made-by')) return message;
    told.push(/made-by-\w+/.exec(text)?.[0] ?? '');
    return replaced(message, '"signal"', '"xxxxxx"');
  };
  await assistant.sendAndHear('call:signal', made('made-by-assistant'), 'call:event');
  await patient.evaluate(
    (message) => Reflect.get(window, 'cabine').sendSignal(message),
    made('made-by-patient'),
  );
  await expect.poll(() => told).toEqual(['made-by-patient']);
  await bothSeeMoving(patient, physicianPage);
});

test('it comes back by itself when the physician reloads the page, notes and all', async () => {
  const patient = await cabin.patient();
  await physicianPage.reload();
  await expect(notesOf(physicianPage)).toHaveValue(NOTES);
  await bothSeeMoving(physicianPage, patient);
  expect((await assistantView(await cabin.assistant())).stage).toBe('call');
});

test('it outlives the gateway, and the physician stays signed in with the claim', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  await Promise.all([watchVeils(patient), watchVeils(physicianPage)]);
  const { incidents } = await assistantView(assistant);
  const killed = await killHost(cabin.app, 'gateway-host');
  await untilAssistant(assistant, ({ gatewayReady }) => gatewayReady, false);
  await bothSeeMoving(patient, physicianPage);
  await expect.poll(() => hostPid(cabin.app, 'gateway-host'), { timeout: 30_000 }).not.toBe(killed);
  await untilAssistant(assistant, ({ gatewayReady }) => gatewayReady, true);
  await expect(physicianPage.getByText(words.physician.trouble.gateway)).toHaveCount(0, { timeout: 40_000 });
  await bothSeeMoving(patient, physicianPage);
  expect([await veilsOf(patient), await veilsOf(physicianPage)]).toEqual([[], []]);
  const view = await assistantView(assistant);
  expect(view).toMatchObject({ stage: 'call', incidents });
  expect(view).not.toHaveProperty('absence');

  await physicianPage.reload();
  await expect(notesOf(physicianPage)).toHaveValue(NOTES);
  await bothSeeMoving(physicianPage, patient);
});

test('a physician whose link to the broker alone is cut is still seen and heard', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  await Promise.all([watchVeils(patient), watchVeils(physicianPage)]);
  const { incidents } = await assistantView(assistant);
  line.cut();
  await expect(physicianPage.getByText(words.physician.trouble.gateway)).toBeVisible();
  await new PhysicianHands(physicianPage, words).asksFor('body-weight');
  await untilAssistant(assistant, ({ requests }) => requests.map(({ measure }) => measure), ['body-weight']);
  await bothSeeMoving(patient, physicianPage);
  const view = await assistantView(assistant);
  expect(view).toMatchObject({ stage: 'call', incidents });
  expect(view).not.toHaveProperty('absence');
  line.mend();
  await expect(physicianPage.getByText(words.physician.trouble.gateway)).toHaveCount(0, { timeout: 40_000 });
  expect([await veilsOf(patient), await veilsOf(physicianPage)]).toEqual([[], []]);
});

test('it comes back by itself after the patient renderer crashed', async () => {
  const patient = await crashPatient(cabin);
  await bothSeeMoving(patient, physicianPage);
  expect(await assistantView(await cabin.assistant())).toMatchObject({
    stage: 'call',
    identity: SOMEBODY,
    requests: [{ measure: 'body-weight', status: { status: 'asked' } }],
  });
  await expect(notesOf(physicianPage)).toHaveValue(NOTES);
});

test('a tab of the physician that was killed and opened again takes the consultation up', async () => {
  const killed = physicianPage;
  physicianPage = await killed.context().newPage();
  await killed.close({ runBeforeUnload: false });
  await physicianPage.goto(cabin.physicianUrl);
  await bothSeeMoving(physicianPage, await cabin.patient());
  expect((await assistantView(await cabin.assistant())).stage).toBe('call');
});

test('a second tab takes it over, and the first says so and shows nothing of the patient any more', async () => {
  const older = physicianPage;
  await expect(older.getByText(new RegExp(SOMEBODY.familyName)).first()).toBeVisible();
  physicianPage = await older.context().newPage();
  await physicianPage.goto(cabin.physicianUrl);
  const told = { words: words.errors.PAGE_REPLACED.physician, code: 'PAGE_REPLACED' };
  await expect(older.getByText(filled(words.staff.fault, told))).toBeVisible();
  await expect(older.getByText(new RegExp(SOMEBODY.familyName))).toHaveCount(0);
  const playing = () =>
    older.evaluate(() => [...document.querySelectorAll('video')].filter(({ srcObject }) => srcObject).length);
  await expect.poll(playing).toBe(0);
  await bothSeeMoving(physicianPage, await cabin.patient());
  const { incidents } = await assistantView(await cabin.assistant());
  expect(incidents.at(-1)).toMatchObject({ code: 'PAGE_REPLACED', end: 'physician' });
});
