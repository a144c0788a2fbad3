import { expect, test } from 'playwright/test';
import { type AllWindows, openAllWindows, ROLES } from '#test/harness/all-windows.ts';
import { ask, askAll, patientView } from '#test/harness/bridge.ts';
import { reachMeasures, SOMEBODY } from '#test/harness/fast-visit.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { breakOut } from '#test/harness/raw-ipc.ts';
import { keepEverywhere, keptBy, NOTHING_KEPT } from '#test/harness/storage.ts';
import { inTurn } from '#test/harness/undo.ts';

/** What main refuses a window that is not entitled to it, and what no window takes into the next visit. */
test.describe.configure({ mode: 'serial', timeout: 60_000 });

const words = wordsOf('fr');
const undo = inTurn();
let cabin: AllWindows['cabin'];
let pageOf: AllWindows['pageOf'];

test.beforeAll(async () => {
  ({ cabin, pageOf } = await openAllWindows(undo));
});
test.afterAll(() => undo.all());

test('a command of another role, or a made-up one, is refused with its code', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  const refused = (code: string) => ({ ok: false, failure: expect.objectContaining({ code }) });
  const identity = { type: 'enter-identity', identity: SOMEBODY } as const;
  const measure = { type: 'request-measure', requestId: 'made-up-request', measure: 'oximetry' } as const;
  expect(await ask(patient, identity)).toEqual(refused('NOT_ALLOWED'));
  expect(await ask(patient, { type: 'acknowledge-help' })).toEqual(refused('NOT_ALLOWED'));
  expect(await ask(assistant, measure)).toEqual(refused('NOT_ALLOWED'));
  expect(await ask(patient, measure)).toEqual(refused('NOT_ALLOWED'));
  const madeUp: unknown[] = [
    { type: 'open-the-door' },
    { type: 'start-visit', role: 'assistant' },
    { ...identity, identity: { ...SOMEBODY, birthDate: '1947-13-45' } },
    { type: 'deliver-reading', captureId: 'x', run: 1 },
    { type: 'answer-red-flags', flags: Array.from({ length: 8 }, () => 'fainted') },
    'start-visit',
    null,
    ['start-visit'],
  ];
  for (const page of [patient, assistant]) {
    for (const payload of madeUp) {
      expect(await ask(page, payload as never), JSON.stringify(payload)).toEqual(refused('INVALID_MESSAGE'));
    }
  }
  expect((await patientView(patient)).stage).toBe('welcome');
});

test('a page that broke out of its preload is still held to its role', async () => {
  const assistant = await breakOut(cabin, 'assistant');
  const patient = await breakOut(cabin, 'patient');
  const close = { type: 'close-consultation', report: 'no-doctor', advice: '', notes: '' };
  expect(await assistant.invoke('consultation:command', close)).toMatchObject({
    failure: { code: 'NOT_ALLOWED' },
  });
  expect(await patient.invoke('consultation:command', close)).toMatchObject({ failure: { code: 'NOT_NOW' } });
  expect(await patient.invoke('consultation:command', { type: 'leave' })).toMatchObject({
    failure: { code: 'INVALID_MESSAGE' },
  });
  expect(await patient.invoke('visit:snapshot', { role: 'physician' })).toMatchObject({
    failure: { code: 'INVALID_MESSAGE' },
  });
  await expect(assistant.invoke('visit:anything')).rejects.toThrow(/No handler/);
  const snapshot = ['consultation:snapshot', undefined, 'consultation:update'] as const;
  expect(await patient.sendAndHear(...snapshot)).toBe(true);
  expect(await assistant.sendAndHear(...snapshot)).toBe(false);
});

test('a window that main did not open has no role, even with the right page and preload', async () => {
  const answer = await cabin.app.evaluate(async ({ app, BrowserWindow, session }) => {
    const preload = `${app.getAppPath()}/out/preload/assistant.cjs`;
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { session: session.fromPartition('assistant'), preload, sandbox: true },
    });
    await stranger.loadURL('app://cabine/assistant.html');
    const said: unknown = await stranger.webContents.executeJavaScript(
      "window.cabine.command({ type: 'start-visit' })",
    );
    stranger.destroy();
    return said;
  });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'NOT_ALLOWED' } });
});

test('what a page keeps during a visit is gone in the next, and so are the choices of the person', async () => {
  const patient = await cabin.patient();
  await reachMeasures(await cabin.assistant());
  await ask(patient, { type: 'choose-language', language: 'en' });
  const english = wordsOf('en').patient.bar;
  await patient.getByRole('button', { name: english.text, exact: true }).click();
  await patient.getByRole('button', { name: english.contrast, exact: true }).click();
  const look = () =>
    cabin.patient().then((page) =>
      page.evaluate(() => {
        const { theme, text } = document.documentElement.dataset;
        return { theme, text, language: document.documentElement.lang };
      }),
    );
  expect(await look()).toEqual({ theme: 'contrast', text: 'large', language: 'en' });
  for (const role of ROLES) {
    await keepEverywhere(cabin, role, await pageOf(role), SOMEBODY.familyName);
    const kept = await keptBy(cabin, role, await pageOf(role));
    for (const kind of Object.values(kept)) expect(kind).toContain(SOMEBODY.familyName);
  }

  const closed = patient.waitForEvent('close');
  await askAll(await cabin.assistant(), [{ type: 'leave' }]).catch(() => undefined);
  await closed;

  const next = new PatientHands(await cabin.patient(), words);
  await next.sees(words.patient.welcome.title);
  expect(await look()).toEqual({ theme: undefined, text: undefined, language: 'fr' });
  for (const role of ROLES) {
    await expect
      .poll(async () => keptBy(cabin, role, await pageOf(role)), { message: role })
      .toEqual(NOTHING_KEPT);
  }
});
