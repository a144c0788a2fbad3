import type { Page } from 'playwright/test';
import { askAll } from './bridge.ts';
import { openCabin, type RunningCabin } from './cabin.ts';
import { reachMeasures } from './fast-visit.ts';
import { seesMoving } from './frames.ts';
import { PatientHands } from './people/patient.ts';
import { PhysicianHands } from './people/physician.ts';
import type { Words } from './people/words.ts';
import { openPhysicianBrowser, type PhysicianBrowser } from './physician-browser.ts';
import { openRig } from './rig.ts';
import type { Undo } from './undo.ts';

/** A consultation that is under way in a real cabin and a real browser. */
export interface InCall {
  readonly cabin: RunningCabin;
  readonly physician: Page;
}

/** Plays to the moment when both see one another; `watch` is done to each of their pages before anything else. */
export const openInCall = async (
  undo: Undo,
  words: Words,
  openBrowser: () => Promise<PhysicianBrowser> = openPhysicianBrowser,
  watch?: (page: Page) => Promise<void>,
): Promise<InCall> => {
  const rig = undo.later(await openRig({ clockRate: 20 }));
  const cabin = undo.later(await openCabin({ devicesFile: rig.devicesFile, patientSize: '1920x1080' }));
  const physician = undo.later(await openBrowser()).page;
  const assistant = await cabin.assistant();
  if (watch !== undefined) {
    const patient = await cabin.patient();
    await Promise.all([watch(physician), watch(patient)]);
    await patient.reload();
  }
  await reachMeasures(assistant);
  await askAll(assistant, [{ type: 'finish-measures' }]);
  const hands = new PhysicianHands(physician, words);
  await hands.signsIn(cabin.physicianUrl, cabin.accounts[0]?.account ?? '', cabin.accessCode);
  await hands.takes('Mairie de Saint-Aubin');
  await new PatientHands(await cabin.patient(), words).acceptsPhysician(cabin.accounts[0]?.name ?? '');
  await seesMoving(await cabin.patient());
  await seesMoving(physician);
  return { cabin, physician };
};
