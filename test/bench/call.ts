import { openCabin } from '#test/harness/cabin.ts';
import { arriveAtMeasures } from '#test/harness/people/arrival.ts';
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import { inTurn } from '#test/harness/undo.ts';
import { joinPages, playBareCall } from './bare-call.ts';
import { compareClocks } from './clocks.ts';
import { comparedFigure, type Figure } from './figure.ts';
import { firstFrameAt, touchedAt, watchFirstFrame } from './frame-watch.ts';

const RUNS = 7;
const SITE = 'Mairie de Saint-Aubin';
const PERSON = { familyName: 'Mesure', givenName: 'Jeanne', birthDate: '30/11/1947' } as const;

/** Times to the first frame at the patient's and at the physician's, in ms. */
interface Sides {
  readonly patient: number[];
  readonly physician: number[];
}

/** From the patient's touch on the physician's card to the first frame of the other on each screen, in turn with a bare call. */
export const callFigures = async (progress: (text: string) => void): Promise<readonly Figure[]> => {
  const undo = inTurn();
  try {
    const rig = undo.later(await openRig({ clockRate: 20 }));
    const cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile }));
    const browser = undo.later(await openPhysicianBrowser());
    const words = wordsOf('fr');
    const here = await cabin.patient();
    const there = browser.page;
    const patient = new PatientHands(here, words);
    const assistant = new AssistantHands(await cabin.assistant(), words);
    const physician = new PhysicianHands(there, words);
    const [account] = cabin.accounts;
    if (account === undefined) throw new Error('The cabin has no demo account');

    await arriveAtMeasures({ patient, assistant }, PERSON);
    await assistant.finishesMeasures();
    await physician.signsIn(cabin.physicianUrl, account.account, cabin.accessCode);
    await joinPages(here, there);
    // How far the physician's page is ahead of the patient's, whose touch begins each run.
    const ahead = (await compareClocks(there)).aheadMs - (await compareClocks(here)).aheadMs;

    const ours: Sides = { patient: [], physician: [] };
    const bare: Sides = { patient: [], physician: [] };
    for (let run = 1; run <= RUNS; run += 1) {
      await physician.takes(SITE);
      await patient.readsCard(account.name);
      await physician.reads(new RegExp(PERSON.familyName));
      await Promise.all([watchFirstFrame(here), watchFirstFrame(there)]);
      await patient.acceptsPhysician(account.name);
      const [hereAt, thereAt] = await Promise.all([firstFrameAt(here), firstFrameAt(there)]);
      const touched = await touchedAt(here);
      ours.patient.push(hereAt - touched);
      ours.physician.push(thereAt - ahead - touched);
      await physician.releases();

      const { beganAt, callerSees, calledSees } = await playBareCall(here, there);
      bare.patient.push(callerSees - beganAt);
      bare.physician.push(calledSees - ahead - beganAt);
      const told = (sides: Sides): string =>
        `patient ${sides.patient.at(-1)?.toFixed(0)} ms, physician ${sides.physician.at(-1)?.toFixed(0)} ms`;
      progress(`call ${run}/${RUNS}: ${told(ours)}; bare: ${told(bare)}`);
    }
    return [
      comparedFigure('acknowledgement-to-first-frame-patient', ours.patient, bare.patient),
      comparedFigure('acknowledgement-to-first-frame-physician', ours.physician, bare.physician),
    ];
  } finally {
    await undo.all();
  }
};
