import { inTurn } from '#test/harness/undo.ts';
import { joinPages, playBareCall } from './bare-call.ts';
import type { ComparedCall } from './bench-media.ts';
import { openCallStage } from './call-stage.ts';
import { compareClocks } from './clocks.ts';
import { comparedFigure, type Figure } from './figure.ts';
import { firstFrameAt, touchedAt, watchFirstFrame } from './frame-watch.ts';
import { openPeerJs } from './peerjs-call.ts';

const RUNS = 7;

/** Times to the first frame at the patient's and at the physician's, in ms. */
interface Sides {
  readonly patient: number[];
  readonly physician: number[];
}
const noTimes = (): Sides => ({ patient: [], physician: [] });

/**
 * From the patient's touch on the physician's card to the first frame of the other on each screen, in turn with a bare call and with one
 * of PeerJS between the same two pages.
 */
export const callFigures = async (progress: (text: string) => void): Promise<readonly Figure[]> => {
  const undo = inTurn();
  try {
    const stage = await openCallStage(undo);
    const { here, there } = stage;
    await joinPages(here, there);
    const peerJs = undo.later(await openPeerJs(here, there));
    // How far the physician's page is ahead of the patient's, whose touch begins each run.
    const ahead = (await compareClocks(there)).aheadMs - (await compareClocks(here)).aheadMs;

    const ours = noTimes();
    const bare = noTimes();
    const theirs = noTimes();
    const note = (sides: Sides, { beganAt, callerSees, calledSees }: ComparedCall): void => {
      sides.patient.push(callerSees - beganAt);
      sides.physician.push(calledSees - ahead - beganAt);
    };
    const last = ({ patient, physician }: Sides): string =>
      `patient ${patient.at(-1)?.toFixed(0)} ms, physician ${physician.at(-1)?.toFixed(0)} ms`;
    for (let run = 1; run <= RUNS; run += 1) {
      await stage.takes();
      await Promise.all([watchFirstFrame(here), watchFirstFrame(there)]);
      await stage.acknowledges();
      const [callerSees, calledSees] = await Promise.all([firstFrameAt(here), firstFrameAt(there)]);
      note(ours, { beganAt: await touchedAt(here), callerSees, calledSees });
      await stage.releases();
      note(bare, await playBareCall(here, there));
      note(theirs, await peerJs.play(here, there));
      progress(`call ${run}/${RUNS}: ${last(ours)}; bare: ${last(bare)}; PeerJS: ${last(theirs)}`);
    }
    return (['patient', 'physician'] as const).flatMap((side) => [
      comparedFigure(`acknowledgement-to-first-frame-${side}`, ours[side], bare[side]),
      comparedFigure(`acknowledgement-to-first-frame-${side}-beside-peerjs`, ours[side], theirs[side]),
    ]);
  } finally {
    await undo.all();
  }
};
