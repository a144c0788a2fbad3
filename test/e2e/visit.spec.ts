import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { openBrokerTap } from '#test/harness/broker-tap.ts';
import { openCabin } from '#test/harness/cabin.ts';
import { filesHolding } from '#test/harness/disk-search.ts';
import { seesMoving } from '#test/harness/frames.ts';
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { TechnicianHands } from '#test/harness/people/technician.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import { smallPdf } from '#test/harness/small-pdf.ts';
import { inTurn } from '#test/harness/undo.ts';

const words = wordsOf('fr');
const FAMILY_NAME = 'Vauquelin-Ardisson';
const GIVEN_NAME = 'Philiberte';
const NOTES = 'Toux sèche nocturne, pas de fièvre au cabinet.';
const ADVICE = 'Reposez-vous trois jours.';
/** What must never be found on disk nor on the broker. */
const PAPER = smallPdf('Amoxicilline 1 g', { pages: 2 });
const PAPER_HASH = createHash('sha256').update(PAPER).digest('hex');
const PRIVATE = [FAMILY_NAME, GIVEN_NAME, '1947-11-30', 'nocturne', 'Reposez-vous', 'Amoxicilline'];

test('a whole assisted visit, from the welcome to the wipe', async () => {
  const undo = inTurn();
  try {
    const rig = undo.later(await openRig({ clockRate: 20 }));
    const cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile, clockRate: 20 }));
    const browser = undo.later(await openPhysicianBrowser());
    const tap = await openBrokerTap(cabin, browser.page);
    const patientPage = await cabin.patient();
    const patient = new PatientHands(patientPage, words);
    const assistant = new AssistantHands(await cabin.assistant(), words);
    const physician = new PhysicianHands(browser.page, words);

    await test.step('the patient arrives and says why', async () => {
      await patient.begin();
      await patient.hasNoRedFlag();
      await patient.understands();
      await assistant.typesIdentity({
        familyName: FAMILY_NAME,
        givenName: GIVEN_NAME,
        birthDate: '30/11/1947',
      });
      await patient.agrees('Awa');
      await patient.comesFor('cough-fever');
    });

    await test.step('three measures come in over pseudo-terminals', async () => {
      await patient.startsMeasures('oximetry');
      await patient.keepsStill();
      await patient.goesOn();
      await patient.keepsStill();
      await patient.goesOn();
      await patient.keepsStill();
      await patient.goesOn();
    });

    await test.step('a physician takes the patient and reads the pre-brief before any picture', async () => {
      const account = cabin.accounts[0]?.account ?? '';
      await physician.signsIn(cabin.physicianUrl, account, cabin.accessCode);
      // The page measures its way to the gateway, and the cabin, which holds the gateway, has nothing to measure to before it is told.
      const unknown = words.quality.line.unknown;
      const assistantLine = (await cabin.assistant()).locator('.line-note');
      await expect(assistantLine).toHaveText(unknown);
      await expect(browser.page.locator('.own .line-note')).not.toHaveText(unknown);
      await expect(browser.page.getByText(FAMILY_NAME)).toHaveCount(0);
      await physician.takes('Mairie de Saint-Aubin');
      await expect(assistantLine).not.toHaveText(unknown);
      await physician.reads(new RegExp(FAMILY_NAME), /78 ans/, words.staff['identity-level']);
      const bytes = await browser.page.evaluate(() =>
        [...document.querySelectorAll('video')].reduce(
          (sum, video) =>
            sum + (video.classList.contains('own') ? 0 : video.getVideoPlaybackQuality().totalVideoFrames),
          0,
        ),
      );
      expect(bytes).toBe(0);
    });

    await test.step('the patient reads the card, and both see each other', async () => {
      await patient.acceptsPhysician(cabin.accounts[0]?.name ?? '');
      await seesMoving(browser.page);
      await seesMoving(patientPage);
    });

    await test.step('the physician asks for a measure again and gets it', async () => {
      await physician.asksFor('oximetry');
      await assistant.acceptsTask();
      await physician.seesRequestDone('oximetry');
    });

    await test.step('a prescription goes to the cabin and waits there', async () => {
      await physician.sendsPaper('prescription', 'ordonnance.pdf', PAPER);
    });

    await test.step('the consultation closes and the record leaves', async () => {
      await physician.writes(NOTES);
      await physician.preparesClosing('given-to-patient', ADVICE);
      await physician.closes();
    });

    await test.step('the printer has no paper, everybody is told, and two sheets come out in the end', async () => {
      const { papers, technician: bench } = words;
      await (await cabin.assistant()).getByRole('button', { name: words.assistant['open-bench'] }).click();
      const technician = new TechnicianHands(await cabin.technician(), words);
      await technician.typesCode(cabin.technicianPin);
      const printer = technician.page.getByLabel(bench.printer.title);
      await printer.selectOption('paper-out');
      await patient.isThereForPapers();
      await patient.sees(papers.patient.stuck.title);
      await expect(browser.page.getByRole('alert').getByText(/PRINTER_PAPER_OUT/)).toBeVisible();
      await printer.selectOption('ready');
      await assistant.triesPaperAgain();
      // This very document.
      await technician.sees(new RegExp(`^2 feuilles .*${PAPER_HASH.slice(0, 8)}`));
      await patient.takesPapers();
      await patient.sees(words.patient.goodbye.title);
      await expect(patientPage.getByText(ADVICE)).toBeVisible();
      await patient.finishes();
    });

    await test.step('the bundle is whole', async () => {
      const [file] = await readdir(cabin.handover);
      const bundle = JSON.parse(await readFile(join(cabin.handover, file ?? ''), 'utf8'));
      expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'transaction' });
      const observations = bundle.entry
        .map(({ resource }: { resource: { resourceType: string } }) => resource)
        .filter(({ resourceType }: { resourceType: string }) => resourceType === 'Observation');
      const codes = observations.map(
        ({ code }: { code: { coding: { code: string }[] } }) => code.coding[0]?.code,
      );
      expect(codes.filter((code: string) => code === '2708-6')).toHaveLength(2);
      expect(codes.filter((code: string) => code === '85354-9')).toHaveLength(4);
      expect(codes.filter((code: string) => code === '29463-7')).toHaveLength(1);
      expect(JSON.stringify(bundle)).toContain(FAMILY_NAME);
      // The last record of the visit says what became of the prescription, without a word of it.
      expect(JSON.stringify(bundle)).toContain(PAPER_HASH);
      expect(JSON.stringify(bundle)).toContain('Imprimé');
      expect(JSON.stringify(bundle)).toContain('PRINTER_PAPER_OUT');
      expect(JSON.stringify(bundle)).not.toContain('Amoxicilline');
      expect(observations.every((one: { meta: unknown }) => JSON.stringify(one.meta).includes('HTEST'))).toBe(
        true,
      );
    });

    await test.step('nothing of the visit is left on screens, on disk, or was ever on the broker', async () => {
      const next = new PatientHands(await cabin.patient(), words);
      await next.sees(words.patient.welcome.title);
      for (const page of [await cabin.patient(), await cabin.assistant(), browser.page]) {
        await expect.poll(() => page.content()).not.toContain(FAMILY_NAME);
      }
      expect(await filesHolding(cabin.userData, PRIVATE)).toEqual([]);
      const traffic = await tap.messages();
      expect(traffic.filter((message) => message.includes('claim-granted'))).not.toEqual([]);
      expect(traffic.filter((message) => message.includes('candidate'))).not.toEqual([]);
      expect(await tap.holding([...PRIVATE, 'spo2', 'systolic', 'mm[Hg]'])).toEqual([]);
    });
  } finally {
    await undo.all();
  }
});
