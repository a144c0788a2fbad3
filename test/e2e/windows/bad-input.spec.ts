import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import type { DriverId } from '#core/contract/devices.ts';
import type { ErrorCode } from '#core/contract/error-codes.ts';
import { PROTOCOL_VERSION } from '#core/contract/version.ts';
import { ask, askAll, assistantView, untilAssistant } from '#test/harness/bridge.ts';
import { type BrokerLine, holdBrokerLine, replaced } from '#test/harness/broker-line.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { runUntilExit } from '#test/harness/cabin-exit.ts';
import { camerasOn, watchCameras } from '#test/harness/camera-watch.ts';
import { withConnection } from '#test/harness/devices-files.ts';
import { goOnToMeasures, reachCapabilities, SOMEBODY } from '#test/harness/fast-visit.ts';
import { openForeignServer } from '#test/harness/foreign-server.ts';
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser, type PhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig, type Rig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';

/** What goes wrong outside the cabin is told in clear words to whoever can act; one visit goes through all of it. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });

const words = wordsOf('fr');
const SITE = 'Mairie de Saint-Aubin';
const undo = inTurn();
let rig: Rig;
let cabin: RunningCabin;
let browser: PhysicianBrowser;
let page: Page;
let line: BrokerLine;

const told = (code: ErrorCode, role: 'assistant' | 'physician'): string =>
  filled(words.staff.fault, { words: words.errors[code][role], code });
const assistantReads = async (code: ErrorCode): Promise<void> => {
  const assistant = await cabin.assistant();
  await expect(assistant.getByText(told(code, 'assistant')).first()).toBeVisible();
};
/** The patient is never told whose fault it is, only what to do now; then tries again. */
const patientTriesAgain = async (code: ErrorCode): Promise<void> => {
  const patient = await cabin.patient();
  const { failed, again } = words.patient.capture;
  await expect(patient.getByRole('heading', { name: failed.title })).toBeVisible();
  await expect(patient.getByText(words.errors[code].patient).first()).toBeVisible();
  await expect(patient.getByText(code)).toHaveCount(0);
  await patient.getByRole('button', { name: again, exact: true }).click();
};
const untilPhase = (phase: string) =>
  cabin
    .assistant()
    .then((assistant) => untilAssistant(assistant, ({ capture }) => capture?.phase.phase, phase));
const untilReady = (id: DriverId) =>
  cabin
    .assistant()
    .then((assistant) =>
      untilAssistant(
        assistant,
        ({ devices }) => devices.find((device) => device.id === id)?.state.state,
        'ready',
      ),
    );
const shortenRest = async (): Promise<void> => {
  await untilPhase('rest');
  await askAll(await cabin.assistant(), [{ type: 'shorten-rest', reason: 'test' }]);
};
/** Who has the patient, once somebody has. */
const untilTaken = async (): Promise<string> => {
  const assistant = await cabin.assistant();
  const name = async () => (await assistantView(assistant)).physician?.name;
  await expect.poll(name).not.toBeUndefined();
  return (await name()) ?? '';
};
/** Another version of the protocol in what is said, as long as the true one. */
const otherVersion = (message: string | Buffer) =>
  replaced(message, `"protocolVersion":${PROTOCOL_VERSION}`, `"protocolVersion":${PROTOCOL_VERSION + 1}`);

test.beforeAll(async () => {
  rig = undo.later(await openRig({ clockRate: 10 }));
  const devicesFile = await withConnection(rig.devicesFile, 'tanita-scale', {
    transport: 'serial',
    path: join(rig.devicesFile, '..', 'no-such-port'),
  });
  cabin = undo.later(await openCabin({ devicesFile, clockRate: 10 }));
  browser = undo.later(await openPhysicianBrowser());
  page = browser.page;
  line = await holdBrokerLine(page);
  const patient = await cabin.patient();
  await Promise.all([watchCameras(page), watchCameras(patient)]);
  await patient.reload();
});
test.afterAll(() => undo.all());

test('a port that is not there takes one exam away, never the cabin', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  await reachCapabilities(assistant);
  await assistantReads('PORT_MISSING');
  const { capabilities, measures } = words.patient;
  const missing = filled(capabilities.unavailable, { list: words.common.measure['body-weight'] });
  await expect(patient.getByText(missing)).toBeVisible();
  await goOnToMeasures(assistant);
  await expect(patient.getByText(measures.impossible, { exact: true })).toBeVisible();
  await askAll(assistant, [{ type: 'start-capture', measure: 'body-weight' }]);
  await patientTriesAgain('PORT_MISSING');
  await untilPhase('failed');
  await askAll(assistant, [
    { type: 'skip-capture', measure: 'body-weight', reason: 'instrument-unavailable' },
  ]);
});

test('garbage on the line gives no value, and the next try works', async () => {
  await askAll(await cabin.assistant(), [{ type: 'start-capture', measure: 'oximetry' }]);
  await untilPhase('measuring');
  rig.order('garbage contec-cms50');
  await untilPhase('failed');
  await assistantReads('DEVICE_GARBLED');
  rig.order('mend contec-cms50');
  await untilReady('contec-cms50');
  await patientTriesAgain('DEVICE_GARBLED');
  await new PatientHands(await cabin.patient(), words).keepsStill();
});

test('an error that the device reports is told by what to do about it', async () => {
  rig.order('cuff-error E44');
  await askAll(await cabin.assistant(), [{ type: 'start-capture', measure: 'blood-pressure' }]);
  await shortenRest();
  await untilPhase('failed');
  await assistantReads('CAPTURE_MOVED');
  rig.order('cuff-well');
  await patientTriesAgain('CAPTURE_MOVED');
  await shortenRest();
  await untilAssistant(await cabin.assistant(), ({ capture }) => capture?.repetition, 2);
});

test('a device unplugged in the middle of a measure is named, and works again once plugged in', async () => {
  await shortenRest();
  await untilPhase('measuring');
  rig.order('unplug and-tm2657');
  await untilPhase('failed');
  await assistantReads('DEVICE_UNPLUGGED');
  // The second failure of this measure has called the assistant.
  await new AssistantHands(await cabin.assistant(), words).acknowledgesHelp();
  rig.order('replug and-tm2657');
  await untilReady('and-tm2657');
  await patientTriesAgain('DEVICE_UNPLUGGED');
  const assistant = await cabin.assistant();
  await untilAssistant(assistant, ({ capture }) => capture?.repetition, 3);
  await askAll(assistant, [
    { type: 'skip-capture', measure: 'blood-pressure', reason: 'patient-declines' },
    { type: 'finish-measures' },
  ]);
});

test('a page older than the gateway says that it must be loaded again', async () => {
  await page.route('**/config', async (route) => {
    const response = await route.fetch();
    const config = (await response.json()) as object;
    await route.fulfill({ response, json: { ...config, protocolVersion: PROTOCOL_VERSION + 1 } });
  });
  await page.goto(cabin.physicianUrl);
  const { start, reload } = words.physician;
  await expect(
    page.getByText(filled(words.staff.fault, { words: start.old, code: 'PROTOCOL_VERSION' })),
  ).toBeVisible();
  const wayIn = new PhysicianHands(page, words).wayIn();
  await expect(wayIn).toHaveCount(0);
  await page.unroute('**/config');
  await page.getByRole('button', { name: reload }).click();
  await expect(wayIn).toBeVisible();
});

test('a claim of another version is refused by the cabin, in words', async () => {
  const physician = new PhysicianHands(page, words);
  await physician.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
  line.fromPage = otherVersion;
  await physician.takes(SITE);
  await expect(page.getByText(told('PROTOCOL_VERSION', 'physician'))).toBeVisible();
  await expect(page.getByRole('button', { name: words.physician.reload })).toBeVisible();
  const { stage, physician: taken } = await assistantView(await cabin.assistant());
  expect({ stage, taken }).toEqual({ stage: 'waiting', taken: undefined });
  line.fromPage = (message) => message;
});

test('a cabin of another version cannot be taken', async () => {
  line.toPage = otherVersion;
  await page.reload();
  await expect(page.getByText(words.physician.queue.incompatible)).toBeVisible();
  const claim = page.getByRole('button', { name: `${words.physician.queue.claim}, ${SITE}` });
  await expect(claim).toHaveCount(0);
  line.toPage = (message) => message;
  await page.reload();
  await expect(claim).toBeVisible();
});

test('the second physician to take a patient is told that another was first', async () => {
  // A browser of their own: one browser holds one physician's session.
  const otherBrowser = await openPhysicianBrowser();
  const second = otherBrowser.page;
  const lineOfSecond = await holdBrokerLine(second);
  const slower = new PhysicianHands(second, words);
  await slower.signsIn(cabin.physicianUrl, cabin.accounts[1]?.account ?? '', cabin.accessCode);
  // The news that the patient is taken does not get through before the second one presses.
  lineOfSecond.toPage = (message) => replaced(message, '"taken"', '"xxxxx"');
  const claim = second.getByRole('button', { name: `${words.physician.queue.claim}, ${SITE}` });
  await expect(claim).toBeVisible();
  await new PhysicianHands(page, words).takes(SITE);
  await new PhysicianHands(page, words).reads(new RegExp(SOMEBODY.familyName));
  await claim.click();
  await expect(second.getByText(told('ALREADY_TAKEN', 'physician'))).toBeVisible();
  await expect(second.getByText(SOMEBODY.familyName)).toHaveCount(0);
  lineOfSecond.toPage = (message) => message;
  await second.reload();
  await expect(second.getByText(words.physician.queue.taken)).toBeVisible();
  await otherBrowser.close();
  expect((await assistantView(await cabin.assistant())).physician?.name).toBe(cabin.accounts[0]?.name);
});

test('of two physicians who press at the same moment one has the patient, and the other is told', async () => {
  const otherBrowser = await openPhysicianBrowser();
  const names = cabin.accounts.map(({ name }) => name);
  const rivals = [
    { of: page, line },
    { of: otherBrowser.page, line: await holdBrokerLine(otherBrowser.page) },
  ].map(({ of, line }) => ({
    of,
    line,
    hands: new PhysicianHands(of, words),
    claim: of.getByRole('button', { name: `${words.physician.queue.claim}, ${SITE}` }),
    refused: of.getByText(told('ALREADY_TAKEN', 'physician')),
    patient: of.getByText(SOMEBODY.familyName),
  }));
  await rivals[1]?.hands.signsIn(cabin.physicianUrl, cabin.accounts[1]?.account ?? '', cabin.accessCode);
  await rivals[0]?.hands.releases();
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(rivals.map(({ hands }) => hands.seesWaiting(SITE)));
    // Nobody is kept from pressing by the news that the other one was quicker.
    for (const { line } of rivals) line.toPage = (message) => replaced(message, '"taken"', '"xxxxx"');
    await Promise.all(rivals.map(({ claim }) => claim.click()));
    const physician = await untilTaken();
    const winner = rivals[names.indexOf(physician)];
    const loser = rivals.find((one) => one !== winner);
    if (winner === undefined || loser === undefined) throw new Error(`nobody of the name ${physician}`);
    await expect(loser.refused).toBeVisible();
    await expect(winner.patient.first()).toBeVisible();
    await expect(loser.patient).toHaveCount(0);
    await expect(winner.refused).toHaveCount(0);
    expect((await assistantView(await cabin.assistant())).physician?.name).toBe(physician);
    for (const { line } of rivals) line.toPage = (message) => message;
    await loser.of.reload();
    await expect(loser.of.getByText(words.physician.queue.taken)).toBeVisible();
    await winner.hands.releases();
  }
  await otherBrowser.close();
  await rivals[0]?.hands.takes(SITE);
  await rivals[0]?.hands.reads(new RegExp(SOMEBODY.familyName));
});

test('a letter that the cabin cannot read is in the record of the visit, which goes on', async () => {
  line.fromPage = (message) => replaced(message, '"ready-for-call"', '"reedy-for-call"');
  await page.reload();
  await assistantReads('INVALID_MESSAGE');
  const { stage, physician, incidents } = await assistantView(await cabin.assistant());
  expect({ stage, name: physician?.name }).toEqual({
    stage: 'physician-card',
    name: cabin.accounts[0]?.name,
  });
  expect(incidents.filter(({ code }) => code === 'INVALID_MESSAGE')).toHaveLength(1);
  line.fromPage = (message) => message;
  await page.reload();
  await new PhysicianHands(page, words).reads(new RegExp(SOMEBODY.familyName));
});

test('a record that cannot be written keeps the visit open until it is', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  const physician = new PhysicianHands(page, words);
  // A file where the folder should be: nobody may write there, whatever their rights.
  await writeFile(cabin.handover, 'in the way');
  await new PatientHands(patient, words).acceptsPhysician(cabin.accounts[0]?.name ?? '');
  for (const side of [page, patient]) await expect.poll(() => camerasOn(side)).toBeGreaterThan(1);
  await physician.preparesClosing('given-to-patient', 'Reposez-vous.');
  await physician.closes();
  const { handover, need } = words.assistant;
  await expect(
    assistant.getByText(filled(handover.failed, { words: told('HANDOVER_FAILED', 'assistant') })),
  ).toBeVisible();
  await expect(assistant.getByText(need.handover)).toBeVisible();
  await expect(page.getByText(words.physician.trouble['not-written'])).toBeVisible();
  await expect(page.getByText(words.physician.video.closed)).toBeVisible();
  for (const side of [page, patient]) await expect.poll(() => camerasOn(side)).toBe(0);
  const failed = filled(words.patient.goodbye.failed, { name: 'Awa' });
  await expect(patient.getByText(failed)).toBeVisible();
  expect(await ask(patient, { type: 'finish-visit' })).toMatchObject({
    ok: false,
    failure: { code: 'HANDOVER_FAILED' },
  });

  const retry = assistant.getByRole('button', { name: handover.retry });
  await retry.click();
  await untilAssistant(assistant, (view) => view.handover.state, 'failed');
  expect(await assistantView(assistant)).toMatchObject({ stage: 'goodbye', identity: SOMEBODY });
  await rm(cabin.handover);
  await retry.click();
  await expect(assistant.getByText(handover.written)).toBeVisible();
  await expect(page.getByText(words.physician.trouble.written)).toBeVisible();
  await new PatientHands(patient, words).finishes();
  await physician.seesTheEnd();
  await new PatientHands(await cabin.patient(), words).sees(words.patient.welcome.title);
  const [file, ...others] = await readdir(cabin.handover);
  expect(others).toEqual([]);
  const bundle = await readFile(join(cabin.handover, file ?? ''), 'utf8');
  expect(bundle).toContain(SOMEBODY.familyName);
  expect(bundle.match(/"2708-6"/g)).toHaveLength(1);
});

test('a start that cannot succeed says why in one line, and ends with 2', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cabine-bad-start-'));
  const taken = await openForeignServer();
  const file = async (name: string, content: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };
  const device = { id: 'a', driver: 'tanita-scale', connection: { transport: 'serial', path: '/dev/none' } };
  const starts: readonly (readonly [readonly string[], RegExp])[] = [
    [[`--cabine-devices=${join(folder, 'none.json')}`], /none\.json: cannot be read \(ENOENT\)$/],
    [[`--cabine-devices=${await file('text.json', '{ devices')}`], /text\.json: is not JSON$/],
    [
      [
        `--cabine-devices=${await file('odd.json', JSON.stringify({ devices: [{ ...device, driver: 'x' }] }))}`,
      ],
      /odd\.json: devices\.0\.driver: /,
    ],
    [
      [`--cabine-devices=${await file('twice.json', JSON.stringify({ devices: [device, device] }))}`],
      /twice\.json: .*device ids are unique$/,
    ],
    [
      [`--cabine-devices=${await file('real.json', JSON.stringify({ devices: [device] }))}`],
      /real devices need a profile of the site/,
    ],
    [['--cabine-clock-rat=2'], /--cabine-clock-rat: /],
    [[`--cabine-gateway-port=${new URL(`http://${taken.origin}`).port}`], /GATEWAY_PORT_TAKEN/],
  ];
  try {
    for (const [switches, reason] of starts) {
      const { code, said } = await runUntilExit(switches);
      expect({ switches, code, lines: said.length }).toEqual({ switches, code: 2, lines: 1 });
      expect(said[0]).toMatch(reason);
    }
  } finally {
    await taken.close();
    await rm(folder, { recursive: true, force: true });
  }
});
