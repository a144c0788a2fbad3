import { expect, test } from 'playwright/test';
import { DEMO_WORDS } from '#gateway/demo-identity/words.ts';
import { askAll, assistantView } from '#test/harness/bridge.ts';
import { openCabin } from '#test/harness/cabin.ts';
import { reachMeasures } from '#test/harness/fast-visit.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { KeyboardHands } from '#test/harness/people/keyboard.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A physician who uses no pointer holds a whole consultation, sees where the keyboard is, and never loses it. */
const words = wordsOf('fr');
const { physician: page, exam } = words;
const NOTES = 'Souffle au foyer aortique.';
const ADVICE = 'Revenez dans une semaine.';

test('a consultation by keyboard alone', async () => {
  test.setTimeout(300_000);
  const undo = inTurn();
  try {
    const rig = undo.later(await openRig({ clockRate: 20 }));
    const cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile, patientSize: '1920x1080' }));
    const browser = undo.later(await openPhysicianBrowser());
    const desk = browser.page;
    const keys = new KeyboardHands(desk);
    const seen = new PhysicianHands(desk, words);
    const assistantPage = await cabin.assistant();
    const assistant = new AssistantHands(assistantPage, words);
    const patient = new PatientHands(await cabin.patient(), words);
    const button = (name: string | RegExp) => desk.getByRole('button', { name }).first();
    /** A key of a French keyboard, which no test browser has. */
    const azerty = (key: string, code: string) =>
      desk.evaluate((init) => window.dispatchEvent(new KeyboardEvent('keydown', init)), { key, code });
    await reachMeasures(assistantPage);
    await askAll(assistantPage, [{ type: 'finish-measures' }]);

    await test.step('signing in', async () => {
      const demo = DEMO_WORDS.fr;
      await seen.opens(cabin.physicianUrl);
      await keys.uses(seen.wayIn());
      const account = desk.getByLabel(demo.account);
      await keys.reach(account);
      await expect(account).toHaveValue(cabin.accounts[0]?.account ?? '');
      await keys.reach(desk.getByLabel(demo.code));
      await keys.type(cabin.accessCode);
      await keys.press('Enter');
      await expect(desk.getByRole('heading', { name: page.queue.title })).toBeVisible();
    });

    await test.step('trying the own devices', async () => {
      await keys.uses(button(page.own.start), 'Space');
      await expect(button(page.own.stop)).toBeVisible();
      await keys.sees();
      const check = button(exam.physician.headphones.check);
      await keys.uses(check);
      const tones = desk.getByRole('dialog');
      await expect(tones).toBeVisible();
      await keys.reach(tones.getByRole('button', { name: exam.physician.headphones.play }));
      await keys.press('Escape');
      await expect(tones).toHaveCount(0);
      await expect(check).toBeFocused();
      await keys.sees();
    });

    await test.step('taking the patient', async () => {
      await keys.uses(button(`${page.queue.claim}, Mairie de Saint-Aubin`));
      await patient.acceptsPhysician(cabin.accounts[0]?.name ?? '');
      await seesMoving(desk);
      // The key that was pressed is gone with its page.
      await keys.sees();
    });

    await test.step('a measure, by its key of the page and by its button', async () => {
      await azerty('é', 'Digit2');
      await assistant.acceptsTask();
      await seen.seesRequestDone('oximetry');
      await keys.uses(button(new RegExp(`^${page.request.name.oximetry}, `)), 'Space');
      await assistant.acceptsTask();
      await seen.seesRequestDone('oximetry');
    });

    await test.step('a point to listen at, and away from it', async () => {
      await keys.press('5');
      const points = desk.locator('.map-key');
      await keys.uses(points.first(), 'Space');
      await expect(points.first()).toHaveAttribute('aria-pressed', 'true');
      const requestId = (await assistantView(assistantPage)).examination.requests.at(-1)?.requestId ?? '';
      await askAll(assistantPage, [{ type: 'accept-exam', requestId }]);
      const finish = button(exam.physician.finish);
      await keys.uses(finish);
      await expect(finish).toHaveCount(0);
      await keys.sees();
      await keys.reach(points.first());
      // Another pane takes the place of the one with the focus.
      await keys.press('7');
      await expect(points).toHaveCount(0);
      await keys.sees();
      // The same key leads back to the readings.
      await expect(desk.getByText(page.readings.title, { exact: true })).toHaveCount(0);
      await keys.press('7');
      await expect(desk.getByText(page.readings.title, { exact: true })).toBeVisible();
    });

    await test.step('the microphone alone, and the camera alone', async () => {
      const { part } = words.company;
      await keys.press('Alt+m');
      await keys.uses(button(part['microphone-off']));
      await expect(button(part['microphone-on'])).toBeVisible();
      await keys.uses(button(part['camera-on']), 'Space');
      await expect(button(part['camera-off'])).toBeVisible();
      await keys.press('Alt+v');
      await expect(button(part['camera-on'])).toBeVisible();
      await keys.sees();
    });

    await test.step('a level of the line that is held', async () => {
      const tag = desk.locator('.vid details.tag > summary');
      await keys.uses(tag);
      const level = desk.getByRole('combobox', { name: words.quality.choice.incoming });
      await keys.reach(level);
      await keys.press('End');
      await expect(level).toHaveValue('audio');
      await keys.press('Home');
      await expect(level).toHaveValue('');
      await keys.press('Shift+Tab');
      await expect(tag).toBeFocused();
      await keys.press('Enter');
      await keys.sees();
    });

    await test.step('a message, and out of the conversation', async () => {
      await keys.press('m');
      const line = desk.getByRole('textbox', { name: words.conversation.placeholder });
      await expect(line).toBeFocused();
      await keys.sees();
      await keys.type('Respirez par la bouche.');
      await keys.press('Enter');
      await expect(line).toHaveValue('');
      await expect((await cabin.patient()).locator('.cap')).toContainText('Respirez par la bouche.');
      await keys.press('Escape');
      await expect(line).toHaveCount(0);
      await keys.sees();
    });

    await test.step('notes, incidents, decision', async () => {
      await keys.press('n');
      await expect(desk.getByPlaceholder(page.notes.placeholder)).toBeFocused();
      await keys.sees();
      await keys.type(NOTES);
      await expect.poll(async () => (await assistantView(assistantPage)).stage).toBe('call');
      await keys.press('Escape');
      await keys.sees();
      const incidents = desk.locator('.notes button').first();
      await keys.uses(incidents);
      const dialog = desk.getByRole('dialog', { name: page.incidents.title });
      await expect(dialog).toBeVisible();
      await keys.reach(dialog.getByRole('button', { name: page.close }));
      await keys.press('Enter');
      await expect(dialog).toHaveCount(0);
      await expect(incidents).toBeFocused();
      // Typed beside the notes: nothing is decided, nothing is switched off.
      await keys.type('pasducig');
      const decision = desk.getByRole('group', { name: page.header.decide });
      await expect(decision.locator('[aria-pressed="true"]')).toHaveCount(0);
      await expect(desk.getByRole('dialog')).toHaveCount(0);
      await keys.press('Alt+d');
      await expect(button(words.staff.pathway.remote)).toHaveAttribute('aria-pressed', 'true');
    });

    await test.step('closing, with what becomes of the report', async () => {
      await keys.press('Alt+c');
      const dialog = desk.getByRole('dialog', { name: page['close-dialog'].title });
      await expect(dialog.getByText(page.incidents.title).first()).toBeVisible();
      await keys.press('Escape');
      await expect(dialog).toHaveCount(0);
      await keys.sees();
      await keys.press('Alt+c');
      const given = dialog.getByRole('button', { name: page['close-dialog'].state['given-to-patient'] });
      await keys.uses(given, 'Space');
      await expect(given).toHaveAttribute('aria-pressed', 'true');
      await keys.reach(desk.getByLabel(page['close-dialog'].advice));
      await keys.type(ADVICE);
      await keys.uses(dialog.getByRole('button', { name: page['close-dialog'].confirm }));
      await expect((await cabin.patient()).getByText(ADVICE)).toBeVisible();
      await keys.sees();
      await patient.finishes();
      await seen.seesTheEnd();
      await keys.sees();
    });
  } finally {
    await undo.all();
  }
});
