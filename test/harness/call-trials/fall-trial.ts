import type { CallOnLines } from '#test/harness/call-on-lines.ts';
import { PROFILES } from '#test/harness/network/profiles.ts';
import { pause } from '#test/harness/pause.ts';
import { type FallLook, fallFigures } from './fall-figures.ts';
import { NOT_JOINED, type Sides, type TrialFigures } from './figures.ts';
import { type JoinedCall, joinCall } from './join.ts';
import { callFigures } from './line-trial.ts';
import { takeReadings } from './readings.ts';

const LOOK_MS = 500;

/** How long each line lasts. */
export interface FallSeconds {
  readonly before: number;
  readonly thin: number;
  readonly after: number;
}

/** What each side gets of the other now, by its own page; undefined while a page says nothing. */
const lookAt = async ({ rig, physician }: JoinedCall): Promise<Sides<FallLook> | undefined> => {
  const [cabin, there] = await Promise.all([
    rig.cabinPage.evaluate(async () => ({
      incoming: await window.cabin?.media.connections.incoming(),
      repeated: await window.cabin?.media.connections.repeated(),
      level: window.cabin?.call.store.getState().quality.incoming,
      still: window.cabin?.call.store.getState().picture !== undefined,
      frameAtMs: window.cabin?.media.frames.at(-1),
    })),
    physician.evaluate(async () => ({
      incoming: await window.physician?.media.connections.incoming(),
      repeated: await window.physician?.media.connections.repeated(),
      level: window.physician?.call.store.getState().call.quality.incoming,
      still: window.physician?.call.store.getState().call.picture !== undefined,
      frameAtMs: window.physician?.media.frames.at(-1),
    })),
  ]);
  const atMs = Date.now();
  const lookOf = (own: typeof cabin, other: typeof cabin): FallLook | undefined => {
    const { incoming, level, still, frameAtMs } = own;
    if (!incoming || !level) return undefined;
    const { samples, concealed } = incoming;
    return { atMs, level, still, frameAtMs, samples, concealed, repeatedBytes: other.repeated ?? 0 };
  };
  const sides = { cabin: lookOf(cabin, there), physician: lookOf(there, cabin) };
  return sides.cabin && sides.physician && { cabin: sides.cabin, physician: sides.physician };
};

const watchLooks = (call: JoinedCall) => {
  const looks: Sides<FallLook>[] = [];
  const look = async (): Promise<void> => {
    const now = await lookAt(call);
    if (now) looks.push(now);
  };
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(look).catch(() => {});
  }, LOOK_MS);
  return {
    end: async (): Promise<readonly Sides<FallLook>[]> => {
      clearInterval(timer);
      await looking;
      return looks;
    },
  };
};

/** Holds a call over 4G that becomes an EDGE line, as in a village's valley, and 4G again, with a reading every two seconds. */
export const playFall = async (
  lines: CallOnLines,
  { before, thin, after }: FallSeconds,
): Promise<TrialFigures> => {
  const rig = await lines.openRig();
  try {
    const call = await joinCall(rig, () => lines.network.setLine('cabin', PROFILES['4g']));
    if (!call) return NOT_JOINED;
    await rig.cabinPage.evaluate(() => window.cabin?.pulse.start());
    const readings = takeReadings(call);
    const watched = watchLooks(call);
    await pause(before * 1_000);
    const fellMs = Date.now();
    await lines.network.setLine('cabin', PROFILES.edge);
    await pause(thin * 1_000);
    const goodMs = Date.now();
    await lines.network.setLine('cabin', PROFILES['4g']);
    await pause(after * 1_000);
    const looks = await watched.end();
    const of = (side: keyof Sides<unknown>) =>
      fallFigures(
        looks.map((both) => both[side]),
        { fellMs, goodMs },
      );
    return {
      ...(await callFigures(call)),
      fall: { cabin: of('cabin'), physician: of('physician') },
      readings: await readings.end(),
    };
  } finally {
    await lines.network.setLine('cabin', PROFILES.lan);
    await rig.close();
  }
};
