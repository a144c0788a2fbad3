import { expect, type Locator, test } from 'playwright/test';
import { assistantView } from '#test/harness/bridge.ts';
import { openCabin } from '#test/harness/cabin.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { frenchLeftOn } from '#test/harness/french-left.ts';
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { KeyboardHands } from '#test/harness/people/keyboard.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { arabicOnScreen, wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A patient who reads Arabic and touches nothing: a switch or a keyboard, from the welcome to the goodbye. */
const french = wordsOf('fr');
const arabic = arabicOnScreen;
const QUESTION = 'منذ متى تسعلون؟';
const ADVICE = 'Reposez-vous trois jours.';

test('a visit in Arabic by keyboard alone', async () => {
  test.setTimeout(300_000);
  const undo = inTurn();
  try {
    const rig = undo.later(await openRig({ clockRate: 20 }));
    const cabin = undo.later(
      await openCabin({ devicesFile: rig.devicesFile, clockRate: 20, patientSize: '1920x1080' }),
    );
    const browser = undo.later(await openPhysicianBrowser());
    const screen = await cabin.patient();
    const keys = new KeyboardHands(screen);
    const patient = new PatientHands(screen, arabic, (key: Locator) => keys.uses(key));
    const assistantPage = await cabin.assistant();
    const assistant = new AssistantHands(assistantPage, french);
    const physician = new PhysicianHands(browser.page, french);
    const key = (name: string) => screen.getByRole('button', { name, exact: true }).first();

    await test.step('the language is chosen by its own name', async () => {
      await keys.uses(key(arabic.common.language.ar), 'Space');
      await expect(screen.locator('html')).toHaveAttribute('dir', 'rtl');
      await keys.sees();
      expect((await assistantView(assistantPage)).language).toBe('ar');
    });

    await test.step('the questions, each read from its title', async () => {
      await patient.begin();
      await keys.sees();
      await patient.hasNoRedFlag();
      await keys.sees();
      await patient.understands();
      await keys.sees();
      expect(await frenchLeftOn(screen)).toEqual([]);
      await assistant.typesIdentity({ familyName: 'بن علي', givenName: 'فاطمة', birthDate: '30/11/1947' });
      await patient.agrees('Awa');
      await keys.sees();
      await patient.comesFor('cough-fever');
    });

    await test.step('stopping is a question, and the way back leads to the same key', async () => {
      await keys.uses(key(arabic.patient.bar.stop));
      await expect(screen.getByRole('dialog')).toBeVisible();
      await keys.sees();
      await keys.press('Escape');
      await expect(screen.getByRole('dialog')).toHaveCount(0);
      await expect(key(arabic.patient.bar.stop)).toBeFocused();
      await keys.sees();
    });

    await test.step('three measures', async () => {
      await patient.startsMeasures('oximetry');
      for (let measure = 0; measure < 3; measure += 1) {
        await keys.sees();
        await patient.keepsStill();
        await keys.sees();
        await patient.goesOn();
      }
      await patient.waits();
      await keys.sees();
      expect(await frenchLeftOn(screen)).toEqual([]);
    });

    await test.step('a physician who knows the language of the person', async () => {
      await physician.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
      const speaks = `parle ${french.physician.queue.language.ar}`;
      await expect(browser.page.getByText(speaks)).toBeVisible();
      await physician.takes('Mairie de Saint-Aubin');
      await patient.acceptsPhysician(cabin.accounts[0]?.name ?? '');
      await seesMoving(browser.page);
      await seesMoving(screen);
      await keys.sees();
    });

    await test.step('written words are large on the screen, and answered from the keyboard of Arabic', async () => {
      await browser.page.keyboard.press('m');
      const field = browser.page.getByRole('textbox', { name: french.conversation.placeholder });
      await field.fill(QUESTION);
      await field.press('Enter');
      await expect(screen.locator('.cap')).toContainText(QUESTION);
      await keys.uses(key(arabic.conversation.read));
      await expect(screen.locator('.cap')).toHaveCount(0);
      await keys.sees();
      await keys.uses(key(arabic.conversation.open));
      // Another layer of the keyboard takes the place of the key that was pressed.
      await keys.uses(key(arabic.common.keyboard.digits));
      await expect(screen.locator('.kb button:focus')).toBeVisible();
      await keys.uses(key(arabic.common.keyboard.letters));
      await expect(screen.locator('.kb button:focus')).toBeVisible();
      for (const letter of 'نعم') await keys.uses(key(letter), 'Space');
      await keys.uses(key(arabic.conversation.send));
      await expect(browser.page.locator('.message').last()).toContainText('نعم');
      await keys.uses(key(arabic.conversation.close));
      await keys.sees();
      expect(await frenchLeftOn(screen)).toEqual([]);
    });

    await test.step('the goodbye', async () => {
      await physician.writes('Toux sèche.');
      await physician.preparesClosing('given-to-patient', ADVICE);
      await physician.closes();
      await patient.sees(arabic.patient.goodbye.title);
      await expect(screen.getByText(ADVICE)).toBeVisible();
      await keys.sees();
      expect(await frenchLeftOn(screen)).toEqual([]);
      await patient.mayFinish();
      await patient.finishes();
      // The next person begins in the language of the cabin.
      const next = await cabin.patient();
      await new PatientHands(next, french).sees(french.patient.welcome.title);
      await expect(next.locator('html')).toHaveAttribute('dir', 'ltr');
    });
  } finally {
    await undo.all();
  }
});
