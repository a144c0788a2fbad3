import { expect, type Page, test } from 'playwright/test';
import type { Command } from '#core/visit/commands.ts';
import { askAll, assistantView, untilAssistant } from '#test/harness/bridge.ts';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { SOMEBODY } from '#test/harness/fast-visit.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import { auditScreen, type Look, PATIENT_RULES, type ScreenRules } from '#test/harness/screen-audit.ts';
import { ASSISTANT_RULES, PHYSICIAN_RULES } from '#test/harness/screen-rules.ts';
import { inTurn } from '#test/harness/undo.ts';

/** Every screen keeps to the sizes, distances and contrasts that were promised, in every look. */
test.describe.configure({ timeout: 120_000 });

const words = wordsOf('fr');
const PATIENT_LOOKS: readonly Look[] = [{}, { theme: 'contrast' }, { text: 'large' }];
const STAFF_LOOKS: readonly Look[] = [{}];
const PHYSICIAN_LOOKS: readonly Look[] = [{}, { theme: 'night' }];
/** A walk through one cabin: at each stop the screens are looked at, those of the staff if wanted. */
const walkThrough = (cabin: RunningCabin, staffToo: boolean) => {
  const wrong: string[] = [];
  const note = async (
    name: string,
    page: Page,
    rules: ScreenRules,
    looks: readonly Look[],
  ): Promise<void> => {
    const found = await auditScreen(page, rules, looks);
    wrong.push(...found.map((violation) => `${name}: ${violation}`));
  };
  const patientAsItIs = async (name: string): Promise<void> =>
    note(`patient ${name}`, await cabin.patient(), PATIENT_RULES, PATIENT_LOOKS);
  return {
    wrong,
    patientAsItIs,
    command: async (...commands: readonly Command[]) => askAll(await cabin.assistant(), commands),
    patient: async (name: string, title: string | RegExp) => {
      const page = await cabin.patient();
      await expect(page.getByRole('heading', { name: title }).first()).toBeVisible();
      await patientAsItIs(name);
    },
    assistant: async (name: string) => {
      if (staffToo) await note(`assistant ${name}`, await cabin.assistant(), ASSISTANT_RULES, STAFF_LOOKS);
    },
    physician: async (name: string, page: Page) => {
      if (staffToo) await note(`physician ${name}`, page, PHYSICIAN_RULES, PHYSICIAN_LOOKS);
    },
    touch: async (name: string) =>
      (await cabin.patient()).getByRole('button', { name, exact: true }).first().click(),
  };
};

for (const patientSize of ['1920x1080', '1080x1920']) {
  test(`the screens of a visit at ${patientSize}`, async () => {
    const undo = inTurn();
    try {
      const rig = undo.later(await openRig({ clockRate: 5 }));
      const cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile, clockRate: 5, patientSize }));
      const browser = undo.later(await openPhysicianBrowser());
      const { page } = browser;
      const { wrong, command, patient, patientAsItIs, assistant, physician, touch } = walkThrough(
        cabin,
        patientSize === '1920x1080',
      );
      const { patient: say } = words;
      const size = await (await cabin.patient()).evaluate(() => `${innerWidth}x${innerHeight}`);
      expect(size).toBe(patientSize);
      expect(page.viewportSize()).toEqual({ width: 1_366, height: 768 });

      await patient('welcome', say.welcome.title);
      await assistant('welcome');
      await command({ type: 'start-visit' });
      await patient('red flags', say['red-flags'].title);
      await assistant('red flags');
      await command({ type: 'raise-emergency' });
      await patient('emergency', say.emergency.title);
      await assistant('emergency');
      await command(
        { type: 'close-emergency', ending: { ending: 'mistake' } },
        { type: 'answer-red-flags', flags: [] },
      );
      await patient('capabilities', say.capabilities.title);
      await assistant('capabilities');
      await command({ type: 'acknowledge-capabilities' });
      await patient('identity', 'Awa');
      await assistant('identity');
      await command({ type: 'enter-identity', identity: SOMEBODY });
      await patient('consents', say.consents.title);
      await assistant('consents');
      const consents = {
        teleconsultation: false,
        'assistant-present': false,
        'report-to-doctor': false,
        'report-to-shared-record': false,
      };
      await command({ type: 'give-consents', consents });
      await patient('declined', say.declined.title);
      await assistant('declined');
      await command(
        { type: 'go-back' },
        {
          type: 'give-consents',
          consents: { ...consents, teleconsultation: true, 'assistant-present': true },
        },
      );
      await patient('reason', say.reason.title);
      await assistant('reason');
      await touch(say.reason.write);
      await patient('reason in words', say.reason['write-title']);
      await command({ type: 'give-reason', reason: { pictures: ['cough-fever'], text: 'Toux depuis hier' } });
      await patient('measures', say.measures.title);
      await assistant('measures');
      rig.order('cuff-error E44');
      await command({ type: 'start-capture', measure: 'blood-pressure' });
      await patient('rest', say.capture['blood-pressure']['rest-title']);
      await assistant('rest');
      await command({ type: 'shorten-rest', reason: 'test' });
      await new PatientHands(await cabin.patient(), words).feelsCuff();
      await patient('cuff', /./);
      await assistant('cuff');
      await patient('failed', say.capture.failed.title);
      await assistant('failed');
      await command({ type: 'skip-capture', measure: 'blood-pressure', reason: 'not-possible' });
      await touch(say.bar.stop);
      await patient('stop', say.stop.title);
      await touch(say.stop.pause);
      await patient('pause', say.pause.title);
      await assistant('pause');
      await command({ type: 'resume' });
      await touch(say.bar.help);
      await expect((await cabin.patient()).getByText(say.bar['help-asked'], { exact: true })).toBeVisible();
      await patient('help asked', say.measures.title);
      await assistant('help asked');
      await command({ type: 'acknowledge-help' });

      rig.order('finger-out');
      await command({ type: 'start-capture', measure: 'oximetry' });
      await patient('oximetry without finger', say.capture.oximetry['place-title']);
      await assistant('oximetry without finger');
      rig.order('finger-in');
      await patient('oximetry', say.capture.oximetry.title);
      await assistant('oximetry');
      await new PatientHands(await cabin.patient(), words).keepsStill();
      await patient('kept', say.capture.kept.title);
      await assistant('kept');

      const people = new PhysicianHands(page, words);
      await people.opens(cabin.physicianUrl);
      await physician('sign-in', page);
      await people.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
      await expect(page.getByText('Mairie de Saint-Aubin').first()).toBeVisible();
      await physician('queue', page);

      rig.order('silence tanita-scale');
      await command({ type: 'start-capture', measure: 'body-weight' });
      await patient('weight', say.capture['body-weight'].title);
      await assistant('weight');
      await command({ type: 'skip-capture', measure: 'body-weight', reason: 'not-possible' });
      await command({ type: 'finish-measures' });
      await expect((await cabin.patient()).getByText(say.waiting.place, { exact: true })).toBeVisible();
      await patient('waiting', /./);
      await assistant('waiting');

      await people.takes('Mairie de Saint-Aubin');
      await patient('physician card', say.physician.title);
      await assistant('physician card');
      await people.reads(new RegExp(SOMEBODY.familyName));
      await physician('pre-brief', page);
      await command({ type: 'acknowledge-physician' });
      await untilAssistant(await cabin.assistant(), ({ stage }) => stage, 'call');
      await expect(page.getByText(words.physician.video.live).first()).toBeVisible();
      await physician('call', page);
      await assistant('call');
      // A call has no heading: the picture is the screen.
      const stage = await cabin.patient();
      await expect(stage.getByText(words.trust.patient.split('{{')[0] ?? '')).toBeVisible();
      await patientAsItIs('call');
      await page.keyboard.press('m');
      const field = page.getByRole('textbox', { name: words.conversation.placeholder });
      await field.fill('Depuis quand toussez-vous, et la toux vous réveille-t-elle la nuit ?');
      await field.press('Enter');
      await expect(stage.locator('.cap')).toBeVisible();
      await patientAsItIs('call with written words');
      await physician('writing', page);
      await field.press('Escape');
      await people.preparesClosing('given-to-patient', 'Reposez-vous trois jours.');
      await physician('closing', page);
      await people.closes();
      await patient('goodbye', say.goodbye.title);
      await assistant('goodbye');
      await expect(page.getByText(words.physician.trouble.written)).toBeVisible();
      await physician('closed', page);
      expect((await assistantView(await cabin.assistant())).stage).toBe('goodbye');
      expect(wrong).toEqual([]);
    } finally {
      await undo.all();
    }
  });
}
