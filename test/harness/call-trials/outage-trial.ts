import { ADDRESSES, type CallOnLines } from '#test/harness/call-on-lines.ts';
import { PROFILES } from '#test/harness/network/profiles.ts';
import { watchPlace } from '#test/harness/network/watched-place.ts';
import { pause } from '#test/harness/pause.ts';
import { inTurn, type Undo } from '#test/harness/undo.ts';
import { NOT_JOINED, type TrialFigures, worse } from './figures.ts';
import { movesFrom } from './frames.ts';
import { framesOf, type JoinedCall, joinCall } from './join.ts';
import { callFigures } from './line-trial.ts';
import { takeReadings } from './readings.ts';

/** The call runs this long before anything happens to it, in milliseconds. */
const SETTLED_MS = 4_000;
const BACK_WITHIN_MS = 45_000;
const LOOK_MS = 250;
/** Between the old address and the new one. */
const HANDOVER_MS = 500;
const OTHER_ADDRESS = '10.77.0.11';

/** Something that happens to the cabin's line in a call; resolves with the time at which the line was usable again. What it opened is closed after the call. */
type Mishap = (lines: CallOnLines, call: JoinedCall, opened: Undo) => Promise<number>;

export const outage =
  (seconds: number): Mishap =>
  async ({ network }) => {
    await network.cut('cabin');
    await pause(seconds * 1_000);
    await network.restore('cabin');
    return Date.now();
  };

/** The cabin gets another address, as from another access point. */
export const addressChange: Mishap = async ({ network }) => {
  await network.leave('cabin');
  await pause(HANDOVER_MS);
  await network.move('cabin', OTHER_ADDRESS);
  return Date.now();
};

/** The same, and the main process's watch of the machine's addresses finds it, twice: the old one gone, and the new one there. */
export const addressChangeTold: Mishap = async (lines, call, opened) => {
  opened.later(await watchPlace(lines.network, 'cabin', call.rig.networkChanged));
  return addressChange(lines, call, opened);
};

const backAfter = async (call: JoinedCall, since: number): Promise<number | undefined> => {
  const deadline = Date.now() + BACK_WITHIN_MS;
  while (Date.now() < deadline) {
    const frames = await framesOf(call);
    const [cabin, physician] = [movesFrom(frames.cabin, since), movesFrom(frames.physician, since)];
    if (cabin !== undefined && physician !== undefined) return worse({ cabin, physician }) - since;
    await pause(LOOK_MS);
  }
  return undefined;
};

/** Holds a call over an ADSL line, lets something happen to it, and waits until both pictures move again. */
export const playMishap = async (lines: CallOnLines, mishap: Mishap): Promise<TrialFigures> => {
  const rig = await lines.openRig();
  const opened = inTurn();
  try {
    const call = await joinCall(rig, () => lines.network.setLine('cabin', PROFILES.adsl));
    if (!call) return NOT_JOINED;
    const readings = takeReadings(call);
    await pause(SETTLED_MS);
    const usableAt = await mishap(lines, call, opened);
    const backMs = await backAfter(call, usableAt);
    return { ...(await callFigures(call)), backMs, readings: await readings.end() };
  } finally {
    await opened.all();
    await rig.close();
    await lines.network.restore('cabin');
    await lines.network.leave('cabin');
    await lines.network.move('cabin', ADDRESSES.cabin);
    await lines.network.setLine('cabin', PROFILES.lan);
  }
};
