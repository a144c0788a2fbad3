import type { CallOnLines } from '#test/harness/call-on-lines.ts';
import type { Profile } from '#test/harness/network/profiles.ts';
import { PROFILES } from '#test/harness/network/profiles.ts';
import { pause } from '#test/harness/pause.ts';
import { median, NOT_JOINED, type Sides, type TrialFigures } from './figures.ts';
import { type JoinedCall, joinCall } from './join.ts';
import { listenIn } from './listening.ts';
import { takeReadings } from './readings.ts';

/** Samples on their way at the end get this long, in milliseconds. */
const LAST_SAMPLES_MS = 4_000;

/** A patient is talked to before anybody listens: the call has settled by then. Milliseconds. */
const BEFORE_LISTENING_MS = 10_000;

/** What came in on both sides so far. */
const incomingOf = async ({ rig, physician }: JoinedCall) => {
  const [cabin, there] = await Promise.all([
    rig.cabinPage.evaluate(() => window.cabin?.media.connections.incoming()),
    physician.evaluate(() => window.physician?.media.connections.incoming()),
  ]);
  if (!cabin || !there) throw new Error('a page of the call is gone');
  return { cabin, physician: there };
};

const eachSide = <From, To>(sides: Sides<From>, change: (side: From) => To): Sides<To> => ({
  cabin: change(sides.cabin),
  physician: change(sides.physician),
});

/** Everything that is counted over the whole call so far. */
export const callFigures = async (call: JoinedCall) => {
  const incoming = await incomingOf(call);
  const { roundTrips, connections } = await call.rig.cabinPage.evaluate(() => ({
    roundTrips: window.cabin?.media.connections.roundTrips ?? [],
    connections: window.cabin?.media.connections.connections() ?? 0,
  }));
  return {
    joinMs: call.joinMs,
    firstFrameMs: call.firstFrameMs,
    concealedPercent: eachSide(incoming, ({ concealed, samples }) => (100 * concealed) / samples),
    heardPercent: eachSide(incoming, ({ arrived, samples }) => (100 * arrived) / samples),
    freezes: eachSide(incoming, ({ freezes, frozenSeconds }) => ({ count: freezes, seconds: frozenSeconds })),
    roundTripMs: median(roundTrips),
    connections,
  };
};

interface LineOptions {
  readonly seconds: number;
  /** Whether there is a relay beside the gateway. */
  readonly relay?: boolean;
  /** Whether the stethoscope is switched in. */
  readonly listening?: boolean;
}

/** Holds a call over a line for so many seconds from the acknowledgement on, with a pleth and a reading every two seconds. */
export const playLine = async (
  lines: CallOnLines,
  profile: Profile,
  { seconds, relay = false, listening = false }: LineOptions,
): Promise<TrialFigures> => {
  const rig = await lines.openRig({ relay });
  try {
    const call = await joinCall(rig, () => lines.network.setLine('cabin', profile));
    if (!call) return NOT_JOINED;
    await rig.cabinPage.evaluate(() => window.cabin?.pulse.start());
    const readings = takeReadings(call);
    if (listening) await pause(BEFORE_LISTENING_MS);
    const heart = listening ? await listenIn(call) : undefined;
    await pause(seconds * 1_000);
    const figures = await callFigures(call);
    const heard = await heart?.end();
    const given = await rig.cabinPage.evaluate(() => {
      window.cabin?.pulse.stop();
      return window.cabin?.pulse.given() ?? 0;
    });
    await pause(LAST_SAMPLES_MS);
    const came = await call.physician.evaluate(
      (end) => window.physician?.arrivals.samplesBetween(0, end) ?? 0,
      given,
    );
    return {
      ...figures,
      ...(heard && { listening: heard }),
      waveGapPercent: 100 * (1 - came / given),
      readings: await readings.end(),
    };
  } finally {
    await lines.network.setLine('cabin', PROFILES.lan);
    await rig.close();
  }
};
