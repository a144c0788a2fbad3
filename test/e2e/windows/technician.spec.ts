import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from 'playwright/test';
import type { AssistantBridge, TechnicianBridge } from '#core/contract/ipc.ts';
import type { TechnicianCommand, TechnicianProjection } from '#core/contract/technician.ts';
import { askAll, untilAssistant } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { hostPid, killHost } from '#test/harness/cabin-processes.ts';
import { reachMeasures } from '#test/harness/fast-visit.ts';
import { TechnicianHands } from '#test/harness/people/technician.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { auditScreen, type ScreenRules } from '#test/harness/screen-audit.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A cabin that plays its own devices, and a technician at its bench. */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const words = wordsOf('fr');
const { technician: say } = words;
const { name: kinds } = words.assistant.devices;
/** A desk, a mouse and a keyboard. */
const RULES: ScreenRules = { smallestText: 13, bannerText: 12, target: 28, gap: 0, keyboardGap: 0 };
const undo = inTurn();
let cabin: RunningCabin;
let page: Page;
let technician: TechnicianHands;

type Bridged = { readonly cabine: TechnicianBridge };
const ask = (command: TechnicianCommand) =>
  page.evaluate((asked) => (window as unknown as Bridged).cabine.command(asked), command);
const projection = (): Promise<TechnicianProjection> =>
  page.evaluate(async () => (await (window as unknown as Bridged).cabine.snapshot()).projection);
const stateOf = async (id: string, wanted: string): Promise<void> =>
  untilAssistant(
    await cabin.assistant(),
    ({ devices }) => {
      const state = devices.find((device) => device.id === id)?.state;
      return state?.state === 'fault' ? state.code : state?.state;
    },
    wanted,
  );
/** The first state of a device that an update tells other than ready. */
const whenNotReady = (assistant: Page, id: string): Promise<string | undefined> =>
  assistant.evaluate(
    (wanted) =>
      new Promise<string | undefined>((resolve) => {
        const stop = (window as unknown as { cabine: AssistantBridge }).cabine.onUpdate(({ projection }) => {
          if (projection.access === 'private') return;
          const state = projection.devices.find((device) => device.id === wanted)?.state.state;
          if (state === 'ready') return;
          stop();
          resolve(state);
        });
      }),
    id,
  );
const audited = async (name: string): Promise<void> => {
  expect(await auditScreen(page, RULES, [{}]), name).toEqual([]);
};

test.beforeAll(async () => {
  cabin = undo.later(await openCabin({ clockRate: 10 }));
});
test.afterAll(() => undo.all());

test('the bench opens from the assistant window, behind its code', async () => {
  const assistant = await cabin.assistant();
  await assistant.getByRole('button', { name: words.assistant['open-bench'] }).click();
  page = await cabin.technician();
  technician = new TechnicianHands(page, words);
  await technician.sees(say.lock.lead);
  await audited('lock');
  const refused: TechnicianCommand[] = [
    { type: 'run-self-test' },
    { type: 'watch', deviceId: 'contec-cms50' },
    { type: 'start-simulator', driver: 'nonin', scenario: 'healthy-adult', seed: 1 },
    { type: 'copy', text: 'x' },
  ];
  for (const command of refused)
    expect(await ask(command)).toMatchObject({ ok: false, failure: { code: 'NOT_ALLOWED' } });
  expect(await projection()).not.toHaveProperty('bench');
  await technician.typesCode('000000');
  await technician.sees(filled(words.staff.code.wrong_other, { count: '4' }));
});

test('the right code shows every device, its state and its binding', async () => {
  await technician.typesCode(cabin.technicianPin);
  for (const kind of [kinds.oximetry, kinds['blood-pressure'], kinds['body-weight']])
    await expect(technician.row(kind)).toContainText(say.state.ready);
  await expect(technician.row(kinds.oximetry)).toContainText('sim:contec-cms50');
  await audited('bench');
});

test('a self-test goes through every device and leaves a report', async () => {
  await technician.key(say.test.run).click();
  const passed = page.locator('.tst').getByText(say.test.passed, { exact: true });
  await expect(passed).toHaveCount(3);
  await technician.key(say.test.save).click();
  await technician.sees(say.test.saved);
  const path = (await page.locator('.notice code').first().textContent()) ?? '';
  expect(path.startsWith(cabin.userData)).toBe(true);
  expect(await readFile(path, 'utf8')).toContain('Autotest des appareils');
  const json = JSON.parse(await readFile(path.replace(/html$/, 'json'), 'utf8'));
  expect(json).toMatchObject({ passed: true });
  await technician.key(say.dismiss).click();
  await technician.sees(say.test.passed);
});

test('frames move, are filtered and copied, and stand still in a pause', async () => {
  await technician.watches(kinds.oximetry);
  const moved = async (from: number) => expect.poll(() => technician.frames().count()).toBeGreaterThan(from);
  await ask({ type: 'run-self-test' });
  await moved(4);
  await technician.key(say.frames.filter).click();
  await page.getByLabel(say.frames['filter-text']).fill('7D81AA');
  await expect(technician.frames()).toHaveCount(1);
  await expect(technician.frames().first()).toContainText('device id?');
  await technician.key(say.frames.copy).click();
  await technician.sees(filled(say.frames.copied_one, { count: '1' }));
  const copied = await cabin.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject([{ name: 'device id?', direction: 'to-device' }]);
  await technician.key(say.frames.filter).click();

  await technician.key(say.frames.pause).click();
  await technician.sees(say.frames.paused);
  const before = await technician.frames().count();
  // A self-test speaks with every device: nothing of it is shown.
  await ask({ type: 'run-self-test' });
  const running = async () => {
    const shown = await projection();
    return shown.access === 'open' ? shown.bench.selfTest?.running : undefined;
  };
  await expect.poll(running).toBe(false);
  expect(await technician.frames().count()).toBe(before);
  await technician.key(say.frames.resume).click();
  await moved(0);
});

test('a fault key changes what the assistant sees, and mending mends', async () => {
  await technician.watches(kinds['blood-pressure']);
  await technician.presses('unplug');
  await stateOf('and-tm2657', 'DEVICE_UNPLUGGED');
  const told = words.errors.DEVICE_UNPLUGGED.assistant;
  await expect((await cabin.assistant()).getByText(told).first()).toBeVisible();
  await expect(technician.row(kinds['blood-pressure'])).toContainText(`1 ${say.cause.DEVICE_UNPLUGGED}`);
  await technician.key(say.simulator.mend).click();
  await stateOf('and-tm2657', 'ready');
});

test('a simulator is started beside the others, seats another patient, and is stopped', async () => {
  await technician.key(say.simulator.another).click();
  await page.getByLabel(say.simulator.driver).selectOption('tanita-scale');
  await page.getByLabel(say.simulator.scenario).selectOption('febrile-child');
  await technician.key(say.simulator.start).click();
  const second = `${kinds['body-weight']} B`;
  await expect(technician.row(second)).toContainText(say.state.ready);
  await expect(technician.row(second)).toContainText('sim:tanita-scale-2');
  await page.getByLabel(say.simulator.seed).fill('42');
  await technician.key(say.simulator.seat).click();
  await expect
    .poll(async () => {
      const shown = await projection();
      return shown.access === 'open' ? shown.bench.simulators.at(-1)?.plays : undefined;
    })
    .toEqual({ source: 'patient', scenario: 'febrile-child', seed: 42 });
  await technician.key(say.simulator.stop).click();
  await expect(technician.row(kinds['body-weight'])).toHaveCount(1);
});

test('simulators that die play again', async () => {
  // Told by the updates: the simulators can be back before a question asks what the state is, or their line is seen to end.
  const left = whenNotReady(await cabin.assistant(), 'contec-cms50');
  const killed = await killHost(cabin.app, 'simulator-host');
  await left;
  await expect.poll(() => hostPid(cabin.app, 'simulator-host')).not.toBe(killed);
  for (const id of ['contec-cms50', 'and-tm2657', 'tanita-scale']) await stateOf(id, 'ready');
});

test('a recording is kept, and plays the device again', async () => {
  await technician.watches(kinds['blood-pressure']);
  await technician.key(say.header.record).click();
  await expect(page.getByRole('button', { pressed: true, name: /octets/ })).toBeVisible();
  await ask({ type: 'run-self-test' });
  // The question for the last result, and an answer.
  const recordedBytes = async () => {
    const shown = await projection();
    return shown.access === 'open' ? shown.bench.recording?.bytes : undefined;
  };
  await expect.poll(recordedBytes).toBeGreaterThan(10);
  await page.getByRole('button', { pressed: true, name: /octets/ }).click();
  await technician.sees(say.header.recorded);
  const path = (await page.locator('.notice code').last().textContent()) ?? '';
  const text = await readFile(path, 'utf8');
  expect(text).toContain('# driver: and-tm2657');
  expect(text).toContain('# masked: patient identifiers');
  for (const key of await page.getByRole('button', { name: say.dismiss, exact: true }).all())
    await key.click();
  await technician.key(say.header.replay).click();
  await technician.key(say.replay.play).click();
  await expect(page.locator('table.devices')).toContainText(`cap:${path.split('/').at(-1)}`);
  await technician.key(say.simulator.stop).click();
  await expect(technician.row(kinds['blood-pressure'])).toHaveCount(1);
});

test('while a visit is on, nothing that would disturb it is done', async () => {
  await reachMeasures(await cabin.assistant());
  await technician.sees(say.header.visit);
  const refused: TechnicianCommand[] = [
    { type: 'run-self-test' },
    { type: 'stop-simulator', simulatorId: 'contec-cms50' },
    { type: 'start-simulator', driver: 'nonin', scenario: 'healthy-adult', seed: 1 },
    { type: 'replay-file', name: 'a.cap', text: '# recorded', speed: 1 },
  ];
  for (const command of refused)
    expect(await ask(command)).toMatchObject({ ok: false, failure: { code: 'NOT_NOW' } });
  await technician.key(say.test.again).click();
  await technician.sees(say.refusal.NOT_NOW);
  await technician.key(say.dismiss).click();
  await technician.watches(kinds.oximetry);
  await askAll(await cabin.assistant(), [{ type: 'start-capture', measure: 'oximetry' }]);
  await expect(technician.row(kinds.oximetry)).toContainText(say.state.measuring);
  await expect(technician.frames().filter({ hasText: 'real-time data: SpO2' }).first()).toBeVisible();
  await technician.sees(/1 sur (1[89]|2[0-2]) affichée/);
  await technician.key(say.frames.copy).click();
  const copied = () => cabin.app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(copied).toContain('real-time data');
  await audited('bench in a visit');
});

test('what was shown of a visit is gone with it', async () => {
  const loaded = page.waitForEvent('load');
  await askAll(await cabin.assistant(), [{ type: 'leave' }]).catch(() => undefined);
  await loaded;
  await expect(technician.row(kinds.oximetry)).toBeVisible();
  await expect(technician.frames().filter({ hasText: 'real-time data' })).toHaveCount(0);
  expect(await cabin.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('');
});

test('locked, it shows and does nothing any more', async () => {
  await technician.key(say.header.lock).click();
  await technician.sees(say.lock.lead);
  expect(await projection()).not.toHaveProperty('bench');
  expect(await ask({ type: 'run-self-test' })).toMatchObject({ failure: { code: 'NOT_ALLOWED' } });
  await technician.typesCode(cabin.technicianPin);
  await expect(technician.row(kinds.oximetry)).toBeVisible();
  await page.close({ runBeforeUnload: false });
  await (await cabin.assistant()).getByRole('button', { name: words.assistant['open-bench'] }).click();
  page = await cabin.technician();
  technician = new TechnicianHands(page, words);
  await technician.sees(say.lock.lead);
});
