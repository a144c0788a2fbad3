import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from 'playwright/test';
import { fingerprintGroups } from '#core/trust/fingerprint-groups.ts';
import { DEMO_CODES, DEMO_PROFILE } from '#electron/main/profile.ts';
import { askAll, assistantView, patientView } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { killHost } from '#test/harness/cabin-processes.ts';
import { goOnToMeasures, SOMEBODY } from '#test/harness/fast-visit.ts';
import { freePort } from '#test/harness/free-port.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { noTablet, openTabletBrowser } from '#test/harness/tablet-browser.ts';
import { inTurn } from '#test/harness/undo.ts';

/** The assistant's other screen: a tablet's browser that trusts the cabin, is paired, works, is cut, comes back, and is sent away. */
test.describe.configure({ mode: 'serial', timeout: 90_000 });
test.skip(noTablet !== undefined, noTablet);

const words = wordsOf('fr');
const { tablet: say, step } = words.assistant;
const undo = inTurn();
let cabin: RunningCabin;
let tablet: Page;
let secure: string;
let plain: string;
let certificate: Uint8Array;

const touch = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cabine-tablet-profile-'));
  undo.later({ close: () => rm(folder, { recursive: true, force: true }) });
  const [port, plainPort] = [await freePort(), await freePort()];
  const profileFile = join(folder, 'profile.json');
  await writeFile(profileFile, JSON.stringify({ ...DEMO_PROFILE, servers: { tablet: { port, plainPort } } }));
  cabin = undo.later(await openCabin({ profileFile }));
  secure = `https://127.0.0.1:${port}/`;
  plain = `http://127.0.0.1:${plainPort}/`;
});
test.afterAll(() => undo.all());

test('a tablet gets the authority in the clear, with the fingerprint that the cabin shows', async () => {
  const window = await cabin.assistant();
  await touch(window, /^Awa Diallo/);
  await touch(window, say.open);
  const shown = await window.locator('.fingerprint').textContent();
  const stranger = undo.later(await openTabletBrowser());
  await stranger.page.goto(plain);
  await expect(stranger.page.locator('code')).toHaveText(shown ?? '');
  certificate = new Uint8Array(await (await stranger.context.request.get(`${plain}cabine.crt`)).body());
  const digest = Buffer.from(await crypto.subtle.digest('SHA-256', certificate as Uint8Array<ArrayBuffer>));
  expect(fingerprintGroups(digest.toString('hex')).join(' ')).toBe(shown);
  await expect(stranger.page.goto(secure)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
  await stranger.close();
});

test('trusted, it opens without a warning, and is paired by the code on the cabin', async () => {
  const window = await cabin.assistant();
  tablet = undo.later(await openTabletBrowser(certificate)).page;
  await tablet.goto(secure);
  await expect(tablet.getByText(say.title)).toBeVisible();
  await touch(window, say['show-code']);
  const code = (await window.locator('.pairing-code b').textContent()) ?? '';
  await tablet.getByLabel(say.name).fill('Accueil');
  await tablet.getByLabel(say.code).fill(code === '0000 0000' ? '11111111' : '00000000');
  await touch(tablet, say.pair);
  await expect(tablet.getByText('TABLET_CODE_WRONG')).toBeVisible();
  await tablet.getByLabel(say.code).fill(code);
  await touch(tablet, say.pair);
  await expect(tablet.getByText(say['sign-in-title'])).toBeVisible();
  await expect(window.getByText(say.connected)).toBeVisible();
  await touch(window, say.close);
});

test('somebody’s own code opens it, and it works as the cabin’s own screen', async () => {
  await touch(tablet, /Awa Diallo/);
  for (const digit of DEMO_CODES['awa-diallo'] ?? '') {
    await tablet.getByRole('button', { name: digit, exact: true }).click();
  }
  await touch(tablet, say['sign-in']);
  await touch(tablet, step.start);
  await expect.poll(async () => (await patientView(await cabin.patient())).stage).not.toBe('welcome');
  const window = await cabin.assistant();
  await askAll(window, [{ type: 'answer-red-flags', flags: [] }]);
  await goOnToMeasures(window);
  await expect(tablet.getByText(SOMEBODY.familyName).first()).toBeVisible();
  await askAll(window, [{ type: 'start-capture', measure: 'oximetry' }]);
  // What the device says, as it says it.
  await expect(tablet.locator('.live .now b').first()).toHaveText(/^\d+$/);
});

test('cut off, it says so and shows nothing as live; it comes back by itself', async () => {
  await killHost(cabin.app, 'gateway-host');
  await expect(tablet.getByText(say['lost-lead'])).toBeVisible();
  await expect(tablet.locator('.shown')).toHaveAttribute('inert', '');
  await expect(tablet.getByText(say['lost-lead'])).toHaveCount(0);
  await expect(tablet.getByText(SOMEBODY.familyName).first()).toBeVisible();
});

test('at the end of the visit nothing of it stays, and a lost tablet is cut at once', async () => {
  const window = await cabin.assistant();
  await askAll(window, [{ type: 'leave' }]);
  await expect(tablet.getByText(step['welcome-title'])).toBeVisible();
  expect(await tablet.content()).not.toContain(SOMEBODY.familyName);
  const assistant = await cabin.assistant();
  await expect.poll(async () => (await assistantView(assistant)).stage).toBe('welcome');
  await touch(assistant, /^Awa Diallo/);
  await touch(assistant, say.open);
  await touch(assistant, say.end);
  await touch(assistant, say['end-sure']);
  await expect(tablet.getByText('TABLET_UNKNOWN')).toBeVisible();
  expect(await tablet.content()).not.toContain('Awa');
  await expect(assistant.getByText(say.none)).toBeVisible();
  const log = await readFile(join(cabin.userData, 'accesses.log'), 'utf8');
  for (const line of ['wrong code', 'paired', 'opened by Awa Diallo', 'ended'])
    expect(log).toContain(`tablet Accueil: ${line}`);
});
