import type { CallOnLines } from '#test/harness/call-on-lines.ts';
import { pause } from '#test/harness/pause.ts';
import { NOT_JOINED, type TrialFigures, worse } from './figures.ts';
import { longestStill } from './frames.ts';
import { framesOf, joinCall } from './join.ts';
import { callFigures } from './line-trial.ts';
import { takeReadings } from './readings.ts';

const SETTLED_MS = 2_000;
/** The desks have this long to connect again, in milliseconds, and the call to show that it does not mind. */
const AFTERWARDS_MS = 6_000;

/** Holds a call while the broker is gone for so many seconds; 0: it is started again at once. */
export const playBrokerGone = async (lines: CallOnLines, seconds: number): Promise<TrialFigures> => {
  const rig = await lines.openRig();
  try {
    const call = await joinCall(rig, async () => {});
    if (!call) return NOT_JOINED;
    const readings = takeReadings(call);
    await pause(SETTLED_MS);
    const goneAt = Date.now();
    await rig.gateway.stop();
    await pause(seconds * 1_000);
    await rig.gateway.restart();
    await pause(AFTERWARDS_MS);
    const lookedAt = Date.now();
    const frames = await framesOf(call);
    return {
      ...(await callFigures(call)),
      longestStillMs: worse({
        cabin: longestStill(frames.cabin, goneAt, lookedAt),
        physician: longestStill(frames.physician, goneAt, lookedAt),
      }),
      readings: await readings.end(),
    };
  } finally {
    await rig.close();
  }
};
