import { existsSync } from 'node:fs';
import { expect, type Page, test } from 'playwright/test';
import { ask, askAll, assistantView, untilAssistant } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { freezeHost } from '#test/harness/cabin-processes.ts';
import { filesHolding } from '#test/harness/disk-search.ts';
import { goOnToMeasures, reachMeasures, SOMEBODY } from '#test/harness/fast-visit.ts';
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { openRig, type Rig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';
import { tapWire, type WireTap } from '#test/harness/wire-tap.ts';

/** The keys that work on every screen: help, emergency, stop. */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const words = wordsOf('fr');
const { bar, emergency, stop } = words.patient;
const NAME = 'Awa';
const ADDRESS = [
  'Mairie de Saint-Aubin',
  '4 place de la Liberté',
  'Saint-Aubin-des-Prés',
  'Porte bleue, côté parking',
  'Rez-de-chaussée, salle 2',
  'Hall, à droite',
];
const undo = inTurn();
let rig: Rig;
let cabin: RunningCabin;
let cuff: WireTap;

const touch = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const seesAddressAndNumbers = async (page: Page): Promise<void> => {
  for (const text of [...ADDRESS, '15', '112', '114']) {
    await expect(page.getByText(text, { exact: true }).filter({ visible: true }).first()).toBeVisible();
  }
};
const closeEmergency = async (reason: 'mistake' | 'false-alarm'): Promise<void> => {
  const assistant = await cabin.assistant();
  await touch(assistant, words.assistant.emergency.close);
  await touch(assistant, words.assistant.emergency['close-reason'][reason]);
  await untilAssistant(assistant, (view) => view.emergency, undefined);
};

test.beforeAll(async () => {
  // Slow enough for a person to touch a key while the cuff is tight.
  rig = undo.later(await openRig({ clockRate: 5, wire: 'tcp' }));
  cuff = undo.later(await tapWire(rig.devicesFile, 'and-tm2657'));
  cabin = undo.later(await openCabin({ devicesFile: cuff.devicesFile, clockRate: 5 }));
});
test.afterAll(() => undo.all());

test('a red flag brings a person at once; a mistake is taken back by the patient and closed by the assistant', async () => {
  const patientPage = await cabin.patient();
  const patient = new PatientHands(patientPage, words);
  const assistant = await cabin.assistant();
  await patient.begin();
  await touch(patientPage, words.patient['red-flags']['chest-pain']);
  await patient.sees(emergency.title);
  await seesAddressAndNumbers(patientPage);

  const ofAssistant = words.assistant.emergency;
  await expect(assistant.getByText(words.assistant.need.emergency)).toBeVisible();
  const signs = filled(ofAssistant.signs, { signs: words.staff['red-flag']['chest-pain'] });
  await expect(assistant.getByText(signs)).toBeVisible();
  await expect(assistant.getByText('4 place de la Liberté')).toBeVisible();
  await touch(assistant, ofAssistant.acknowledge);
  await expect(patientPage.getByText(filled(emergency.acknowledged, { name: NAME }))).toBeVisible();

  await touch(patientPage, emergency.mistake);
  await expect(patientPage.getByText(filled(emergency.retracted, { name: NAME }))).toBeVisible();
  await expect(assistant.getByText(ofAssistant.retracted)).toBeVisible();
  await patient.sees(emergency.title);
  expect(await ask(patientPage, { type: 'close-emergency', ending: { ending: 'mistake' } })).toMatchObject({
    ok: false,
  });
  await closeEmergency('mistake');
  await patient.sees(words.patient['red-flags'].title);
  await patient.hasNoRedFlag();
  await patient.sees(words.patient.capabilities.title);
});

test('without a network all of it works: who to call, where, and that somebody comes', async () => {
  const [patientPage, assistant] = [await cabin.patient(), await cabin.assistant()];
  await cabin.app.evaluate(({ session }) =>
    session.fromPartition('patient').enableNetworkEmulation({ offline: true }),
  );
  const gateway = await freezeHost(cabin.app, 'gateway-host');
  try {
    await touch(patientPage, bar.emergency);
    await seesAddressAndNumbers(patientPage);
    await touch(assistant, words.assistant.emergency.acknowledge);
    await expect(patientPage.getByText(filled(emergency.acknowledged, { name: NAME }))).toBeVisible();
    expect(await ask(assistant, { type: 'note-emergency-call', service: '15' })).toMatchObject({ ok: true });
    await closeEmergency('false-alarm');
  } finally {
    process.kill(gateway, 'SIGCONT');
    await cabin.app.evaluate(({ session }) => session.fromPartition('patient').disableNetworkEmulation());
  }
});

test('the emergency key releases a tight cuff and keeps no value of it', async () => {
  const patientPage = await cabin.patient();
  const patient = new PatientHands(patientPage, words);
  const assistant = await cabin.assistant();
  await goOnToMeasures(assistant);
  await askAll(assistant, [
    { type: 'start-capture', measure: 'blood-pressure' },
    { type: 'shorten-rest', reason: 'test' },
  ]);
  await patient.feelsCuff();
  await expect.poll(cuff.toDevice).toContain('ST');
  expect(cuff.toDevice()).not.toContain('SP');
  await touch(patientPage, bar.emergency);
  await expect.poll(cuff.toDevice).toContain('SP');
  await patient.sees(emergency.title);
  await seesAddressAndNumbers(patientPage);
  expect(await ask(assistant, { type: 'start-capture', measure: 'oximetry' })).toMatchObject({
    failure: { code: 'NOT_NOW' },
  });
  await touch(assistant, words.assistant.emergency.acknowledge);
  await closeEmergency('false-alarm');
  await patient.sees(words.patient.measures.title);
  await untilAssistant(assistant, ({ devices }) => devices.map(({ state }) => state.state), [
    'ready',
    'ready',
    'ready',
  ]);
  const view = await assistantView(assistant);
  expect(view.capture).toBeUndefined();
  expect(view.measures.map(({ status }) => status.status)).toEqual(['to-do', 'to-do', 'to-do']);
});

test('a call for help is seen, repeated, answered, and told to the patient', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  const { help } = words.patient;
  await touch(patient, bar.help);
  await expect(patient.getByText(filled(help.asked, { name: NAME }))).toBeVisible();
  await expect(patient.getByRole('button', { name: bar['help-asked'], exact: true })).toBeVisible();
  await expect(assistant.getByText(words.assistant.need.help)).toBeVisible();
  // Nobody comes for half a minute of the visit's time.
  await expect(patient.getByText(filled(help.insisted, { name: NAME }))).toBeVisible();
  await new AssistantHands(assistant, words).acknowledgesHelp();
  await expect(patient.getByText(filled(help.coming, { name: NAME }))).toBeVisible();
  await expect(patient.getByRole('button', { name: bar['help-coming'], exact: true })).toBeVisible();
  await expect(assistant.getByText(words.assistant.need.help)).toHaveCount(0);
});

test('a pause stops the measure, hides what was shown, and ends where it began', async () => {
  const patientPage = await cabin.patient();
  const patient = new PatientHands(patientPage, words);
  const assistant = await cabin.assistant();
  rig.order('finger-out');
  await askAll(assistant, [{ type: 'start-capture', measure: 'oximetry' }]);
  await patient.sees(words.patient.capture.oximetry['place-title']);
  await touch(patientPage, bar.stop);
  await touch(patientPage, stop.pause);
  await patient.sees(words.patient.pause.title);
  await expect(assistant.getByText(words.assistant.pause['paused-title']).first()).toBeVisible();
  expect((await assistantView(assistant)).capture).toBeUndefined();
  expect(await ask(patientPage, { type: 'start-capture', measure: 'oximetry' })).toMatchObject({
    failure: { code: 'NOT_NOW' },
  });
  await touch(patientPage, words.patient.pause.resume);
  await patient.sees(words.patient.measures.title);
});

test('a value that meets the published table is measured again, and only then brings a person', async () => {
  const patientPage = await cabin.patient();
  const patient = new PatientHands(patientPage, words);
  const assistant = await cabin.assistant();
  const types = (value: number) =>
    askAll(assistant, [
      { type: 'enter-reading', measure: 'oximetry', values: { spo2: { value, unit: '%' } } },
    ]);
  await types(89);
  await expect(assistant.getByText(words.assistant.need['to-confirm'])).toBeVisible();
  await expect(assistant.getByText('91\u00a0%')).toBeVisible();
  await patient.sees(words.patient.measures.title);
  await expect(patientPage.getByText('91')).toHaveCount(0);
  await types(88);
  await patient.sees(emergency.title);
  await seesAddressAndNumbers(patientPage);
  await expect(assistant.getByText('89\u00a0%')).toBeVisible();
  await closeEmergency('false-alarm');
  await patient.sees(words.patient.measures.title);
  await expect(assistant.getByText(words.assistant.need['to-confirm'])).toHaveCount(0);
});

test('who leaves leaves nothing behind', async () => {
  const patient = await cabin.patient();
  await askAll(await cabin.assistant(), [
    {
      type: 'enter-reading',
      measure: 'body-weight',
      values: { weight: { value: 61.8, unit: 'kg' } },
    },
  ]);
  await expect(patient.getByText('61,8')).toBeVisible();
  await touch(patient, bar.stop);
  await touch(patient, stop.leave);
  await touch(patient, stop['leave-no']);
  await expect(patient.getByRole('heading', { name: words.patient.measures.title })).toBeVisible();
  await touch(patient, bar.stop);
  await touch(patient, stop.leave);
  const closed = patient.waitForEvent('close');
  await Promise.all([closed, touch(patient, stop['leave-yes']).catch(() => closed)]);

  await new PatientHands(await cabin.patient(), words).sees(words.patient.welcome.title);
  const left = [SOMEBODY.familyName, SOMEBODY.givenName, SOMEBODY.birthDate];
  for (const page of [await cabin.patient(), await cabin.assistant()]) {
    await expect
      .poll(async () => {
        const content = await page.content();
        return left.filter((text) => content.includes(text));
      })
      .toEqual([]);
    await expect(page.getByText('61,8')).toHaveCount(0);
  }
  const view = await assistantView(await cabin.assistant());
  expect(view).toMatchObject({ stage: 'welcome', incidents: [] });
  expect(view.measures.map(({ status }) => status.status)).toEqual(['to-do', 'to-do', 'to-do']);
  expect(view.identity).toBeUndefined();
  expect(existsSync(cabin.handover)).toBe(false);
  expect(await filesHolding(cabin.userData, left)).toEqual([]);
});

test('the end of the application releases a tight cuff', async () => {
  const assistant = await cabin.assistant();
  const times = (command: string): number => cuff.toDevice().split(command).length - 1;
  const [started, stopped] = [times('ST'), times('SP')];
  await reachMeasures(assistant);
  await askAll(assistant, [
    { type: 'start-capture', measure: 'blood-pressure' },
    { type: 'shorten-rest', reason: 'test' },
  ]);
  await expect.poll(() => times('ST')).toBe(started + 1);
  const ended = cabin.app.waitForEvent('close');
  await cabin.app.evaluate(({ app }) => app.quit());
  await ended;
  expect(times('SP')).toBe(stopped + 1);
});
