import { expect, type Page, test } from 'playwright/test';
import type { CallLevels } from '#core/call/ledger.ts';
import { LINE_ASKED_AFTER_MS } from '#core/call/line-fall.ts';
import { IPC } from '#core/contract/ipc-channels.ts';
import { assistantView, untilAssistant } from '#test/harness/bridge.ts';
import type { RunningCabin } from '#test/harness/cabin.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { filled, wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** The line bears no picture for a minute: the physician is asked, the others see it, and the patient comes back to the queue. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const words = wordsOf('fr');
const { line } = words.physician;
const undo = inTurn();
let cabin: RunningCabin;
let physician: Page;

test.beforeAll(async () => {
  ({ cabin, physician } = await openInCall(undo, words));
});
test.afterAll(() => undo.all());

/** From now on the main process hears these levels from the patient's window, whatever it finds. */
const hearsLevels = (levels: CallLevels): Promise<void> =>
  cabin.app.evaluate(
    ({ ipcMain }, [channel, told]) => {
      const [listener] = ipcMain.listeners(channel);
      ipcMain.removeAllListeners(channel);
      ipcMain.on(channel, (event) => listener?.(event, told));
    },
    [IPC.callLevels, levels] as const,
  );
const key = (name: string) => physician.getByRole('button', { name, exact: true });

test('the physician is asked once, and patient and assistant see that they are choosing', async () => {
  const patient = await cabin.patient();
  const assistant = await cabin.assistant();
  await hearsLevels({
    outgoing: { level: 'audio', cause: 'LINE_POOR' },
    incoming: { level: 'audio', cause: 'LINE_POOR' },
  });
  await expect(physician.getByText(line.asked)).toBeVisible({ timeout: LINE_ASKED_AFTER_MS + 15_000 });
  await expect(patient.getByText(words.patient['weak-line'].asked)).toBeVisible();
  await expect(assistant.getByText(words.assistant['weak-line'].asked)).toBeVisible();
  await key(filled(line['telephone-to'], { number: '02 61 91 00 10' })).click();
  await expect(
    patient.getByText(filled(words.patient['weak-line'].telephone, { name: 'Awa' })),
  ).toBeVisible();
  await untilAssistant(assistant, ({ incidents }) => incidents.at(-1)?.code, 'CALL_TELEPHONED');
});

test('it is put off, and everybody reads what comes next', async () => {
  const assistant = await cabin.assistant();
  const name = cabin.accounts[0]?.name ?? '';
  await key(line.postpone).click();
  await physician.getByRole('dialog').getByRole('button', { name: line.postpone, exact: true }).click();
  await untilAssistant(assistant, ({ stage }) => stage, 'waiting');
  expect(await assistantView(assistant)).toMatchObject({ interruption: { cause: 'line' } });
  const told = words.patient.waiting.interrupted.line.replaceAll('{{physician}}', name);
  await expect((await cabin.patient()).getByText(told)).toBeVisible();
  await expect(physician.getByText(words.physician.queue['went-back'])).toBeVisible();
  await expect(physician.getByText(words.physician.queue['mine-before'])).toBeVisible();
});
