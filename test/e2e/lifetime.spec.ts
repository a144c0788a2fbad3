import { expect, type Page, test } from 'playwright/test';
import { seesMoving } from '#test/harness/frames.ts';
import { openInCall } from '#test/harness/in-call.ts';
import { leftInHeap } from '#test/harness/left-in-heap.ts';
import { PatientHands } from '#test/harness/people/patient.ts';
import { PhysicianHands } from '#test/harness/people/physician.ts';
import { wordsOf } from '#test/harness/people/words.ts';
import { inTurn } from '#test/harness/undo.ts';

/** A cabin is not restarted between two patients, nor a physician's page in a day's work: what one call left would add up. */
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const words = wordsOf('fr');
const SITE = 'Mairie de Saint-Aubin';
const NOTHING = { RTCPeerConnection: 0, RTCDataChannel: 0, MediaStreamTrack: 0 };
const CALLS = 2;
const undo = inTurn();
test.afterAll(() => undo.all());

const expectNothingLeft = async (page: Page): Promise<void> => {
  // The last word of a call is given a moment to leave before its connection closes.
  await expect.poll(() => leftInHeap(page), { timeout: 15_000 }).toEqual(NOTHING);
};

test('leaves no connection, channel or track in either page, call after call', async () => {
  const { cabin, physician } = await openInCall(undo, words);
  const hands = new PhysicianHands(physician, words);
  const patient = await cabin.patient();
  expect(await leftInHeap(patient)).toMatchObject({ RTCPeerConnection: 1 });
  expect(await leftInHeap(physician)).toMatchObject({ RTCPeerConnection: 1 });
  for (let call = 1; call < CALLS; call += 1) {
    await hands.releases();
    await Promise.all([expectNothingLeft(patient), expectNothingLeft(physician)]);
    await hands.takes(SITE);
    await new PatientHands(patient, words).acceptsPhysician(cabin.accounts[0]?.name ?? '');
    await seesMoving(patient);
    await seesMoving(physician);
  }
  await hands.releases();
  await Promise.all([expectNothingLeft(patient), expectNothingLeft(physician)]);
});
