import type { Page } from 'playwright';
import { openCabin, type RunningCabin } from '#test/harness/cabin.ts';
import { arriveAtMeasures } from '#test/harness/people/arrival.ts';
import { AssistantHands } from '#test/harness/people/assistant.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { openPhysicianBrowser } from '#test/harness/physician-browser.ts';
import { openRig } from '#test/harness/rig.ts';
import type { inTurn } from '#test/harness/undo.ts';

const SITE = 'Mairie de Saint-Aubin';
const PERSON = { familyName: 'Mesure', givenName: 'Jeanne', birthDate: '30/11/1947' } as const;

/** A real cabin with a patient who waits, and a physician in a browser who has signed in. */
export interface CallStage {
  readonly cabin: RunningCabin;
  readonly here: Page;
  readonly there: Page;
  /** The physician takes the patient, whose screen then shows the card. */
  takes(): Promise<void>;
  /** The patient touches *talk to this physician*. */
  acknowledges(): Promise<void>;
  /** The physician gives the patient back to the queue. */
  releases(): Promise<void>;
}

export const openCallStage = async (undo: ReturnType<typeof inTurn>): Promise<CallStage> => {
  const rig = undo.later(await openRig({ clockRate: 20 }));
  const cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile }));
  const { page: there } = undo.later(await openPhysicianBrowser());
  const words = wordsOf('fr');
  const here = await cabin.patient();
  const patient = new PatientHands(here, words);
  const assistant = new AssistantHands(await cabin.assistant(), words);
  const physician = new PhysicianHands(there, words);
  const [account] = cabin.accounts;
  if (account === undefined) throw new Error('The cabin has no demo account');
  await arriveAtMeasures({ patient, assistant }, PERSON);
  await assistant.finishesMeasures();
  await physician.signsIn(cabin.physicianUrl, account.account, cabin.accessCode);
  return {
    cabin,
    here,
    there,
    takes: async () => {
      await physician.takes(SITE);
      await patient.readsCard(account.name);
      await physician.reads(new RegExp(PERSON.familyName));
    },
    acknowledges: () => patient.acceptsPhysician(account.name),
    releases: () => physician.releases(),
  };
};
