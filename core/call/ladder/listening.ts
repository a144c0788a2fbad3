import type { Milliseconds } from '../../time.ts';
import { LADDER_TIMES } from './decide.ts';
import { isBroken, isDelayed, isLineSound, isSeverelyBroken, type LineObservation } from './observation.ts';
import { isUntried, pictureBudget, RUNG_SIZES, type Rung } from './rungs.ts';

/**
 * Live sound of the stethoscope, in bit/s of Opus. Below 32 kbit/s the low end suffers, and mono cuts 7 dB at 40 Hz; at 96 kbit/s in stereo
 * 25 to 800 Hz arrive within 0.1 dB.
 */
export const LISTENING_BITRATE = 96_000;

/**
 * What must be left beside the voice to begin, in bit/s of payload; to go on, as much as it really takes. Its 50 packets a second bring 20 kbit/s of headers: with
 * a quarter more than its own rate the line has room for them, and one that is just wide enough does not go to and fro. Of a thin line the
 * estimate rises to twice what it is asked to carry without being true: over 100 kbit/s it was seen at 150 beside a small picture.
 */
const ROOM = { enter: 1.25 * LISTENING_BITRATE, enterThin: 2 * LISTENING_BITRATE } as const;

/**
 * Part of the stethoscope's sound made up by the decoder over some seconds, 0 to 1, from which it is not to be judged by. Measured over
 * emulated lines: 3G makes up 0.7 to 4.3 % and sounds whole, an EDGE line that carries all of it 9 to 42 %. Of four seconds, 5 % are more
 * than three bursts of three lost packets, a quarter of a heart's cycle. For a voice G.1010 asks for less than 3 % of loss.
 */
export const SPOILT_PART = 0.05;

const TIMES = {
  /** A new connection's estimate has not seen the line yet. */
  settleMs: 4_000,
  /** Longer than what was made up at one bad moment stays in the receiver's count. */
  brokenMs: 6_000,
  /** With a moving picture still there, broken sound is the picture's fault first, which has gone by then. */
  brokenBesidePictureMs: 10_000,
  /** What it takes is counted from then on; before, it is believed to take all of its rate. */
  countedMs: 8_000,
} as const;

/**
 * The live sound of the stethoscope as the cabin sends it: whole, or held back where measures and voice would suffer under it. What is
 * remembered from one listening to the next keeps it from going to and fro.
 */
export interface Listening {
  /** The instrument is on, and its sound is meant to go. */
  readonly wanted: boolean;
  readonly held: boolean;
  /** It went, was held, or was wanted anew at this time. */
  readonly sinceMs: Milliseconds;
  /** Begun without knowing whether the line bears it: the browser's estimate follows later. */
  readonly tried: boolean;
  /** While it goes: the line has been short since then. */
  readonly shortSinceMs: Milliseconds | undefined;
  /** While it does not go: there has been room, or nothing against it, since then. */
  readonly roomSinceMs: Milliseconds;
  /** It went for long enough to know that the line bears it, and was not held back since. */
  readonly proven: boolean;
  /** How long there must be room before it goes again. */
  readonly waitMs: Milliseconds;
}

/** What the ladder knows at the moment of a look. */
export interface ListeningFacts {
  readonly seen: LineObservation;
  /** Part of the stethoscope's sound that the receiver had to invent, 0 to 1, as it reports. */
  readonly spoilt: number | undefined;
  /** Of the picture, after its own look. */
  readonly rung: Rung;
  /** The line itself is taken for thin, whatever anybody chose; see `isTooThin`. */
  readonly thin: boolean;
  /** It was measured before the call, and is wide enough for voice and stethoscope: an estimate that has fallen is tried, not believed. */
  readonly wide: boolean;
  /** The line's own round trip. */
  readonly baseMs: Milliseconds | undefined;
}

/** Whether a line that was measured at this rate before the call, in bit/s, is too thin for voice and stethoscope. */
export const isTooThin = (measuredBps: number): boolean =>
  pictureBudget(measuredBps, RUNG_SIZES.audio.soundBitrate) < ROOM.enter;

export const startListening = (nowMs: Milliseconds): Listening => ({
  wanted: false,
  held: false,
  sinceMs: nowMs,
  tried: false,
  shortSinceMs: undefined,
  roomSinceMs: nowMs,
  proven: false,
  waitMs: TIMES.settleMs,
});

/** Whether its packets go. */
export const isListening = ({ wanted, held }: Listening): boolean => wanted && !held;

/** What goes before the picture because of it, in bit/s: the rate counted over the last seconds, a quiet heart taking less than it may. */
export const besideOf = (listening: Listening, countedBps: number, nowMs: Milliseconds): number => {
  if (!isListening(listening)) return 0;
  return nowMs - listening.sinceMs < TIMES.countedMs
    ? LISTENING_BITRATE
    : Math.min(countedBps, LISTENING_BITRATE);
};

/** Nothing goes over the connection that would tell of the line. */
export const waitListening = (listening: Listening, nowMs: Milliseconds): Listening => ({
  ...listening,
  roomSinceMs: nowMs,
});

/** Goes on after the line was gone, or over another connection: what was measured before says nothing any more. */
export const resumeListening = (listening: Listening, nowMs: Milliseconds): Listening => ({
  ...listening,
  sinceMs: nowMs,
  tried: true,
  shortSinceMs: undefined,
  roomSinceMs: nowMs,
  proven: false,
});

/** Whether the line bears voice and stethoscope; undefined when only a trial can tell. The picture does not count: it gives way. */
const bears = ({ seen, rung, wide }: ListeningFacts, isThin: boolean): boolean | undefined => {
  const unknown = isThin ? false : undefined;
  const { availableBps } = seen;
  if (availableBps === undefined) return unknown;
  const left = pictureBudget(availableBps, RUNG_SIZES[rung].soundBitrate);
  if (left >= (isThin ? ROOM.enterThin : ROOM.enter)) return true;
  return wide || isUntried(rung, 0, availableBps) ? unknown : false;
};

/**
 * What is too much while it goes, and how long that may last, in milliseconds; nothing, while the line shows no fault. An estimate alone holds
 * nothing back that arrives whole: on a busy machine it falls over any line.
 */
const shortage = (
  { seen, spoilt = 0, rung, baseMs }: ListeningFacts,
  believed: boolean,
): Milliseconds | undefined => {
  // What a busy machine makes up is no less beside a line that carries less: the page says that it is not to be judged by.
  if (isLineSound(seen, baseMs)) return undefined;
  if (seen.dataWaiting || isSeverelyBroken({ ...seen, concealed: Math.max(seen.concealed ?? 0, spoilt) }))
    return LADDER_TIMES.severeDownMs;
  if (!isBroken(seen) && spoilt < SPOILT_PART && !isDelayed(seen.roundTripMs, baseMs)) return undefined;
  const { availableBps, besideBps } = seen;
  const { soundBitrate, picture } = RUNG_SIZES[rung];
  if (believed && availableBps !== undefined && pictureBudget(availableBps, soundBitrate) < besideBps)
    return LADDER_TIMES.downMs;
  return picture === undefined ? TIMES.brokenMs : TIMES.brokenBesidePictureMs;
};

const hold = (before: Listening, waitMs: Milliseconds): Listening => ({
  ...before,
  held: true,
  shortSinceMs: undefined,
  proven: false,
  waitMs,
});

const go = (before: Listening, tried: boolean, nowMs: Milliseconds): Listening => ({
  ...before,
  held: false,
  sinceMs: nowMs,
  tried,
  shortSinceMs: undefined,
});

const whileSent = (before: Listening, facts: ListeningFacts, nowMs: Milliseconds): Listening => {
  const sentMs = nowMs - before.sinceMs;
  const followed = sentMs >= LADDER_TIMES.estimateMs;
  const most = shortage(facts, !before.tried || followed);
  if (most === undefined) {
    const waitMs = sentMs >= LADDER_TIMES.trialMs ? LADDER_TIMES.upMs : before.waitMs;
    return { ...before, shortSinceMs: undefined, proven: before.proven || followed, waitMs };
  }
  const shortSinceMs = before.shortSinceMs ?? nowMs;
  if (nowMs - shortSinceMs < most) return { ...before, shortSinceMs };
  const failed = sentMs < LADDER_TIMES.trialMs;
  const again = Math.max(LADDER_TIMES.upMs, failed ? 2 * before.waitMs : 0);
  return { ...hold(before, Math.min(again, LADDER_TIMES.longestUpMs)), roomSinceMs: nowMs };
};

/**
 * One look at the line, about once a second, and at once when it begins to be wanted: then it goes if nothing speaks against it. Where the
 * estimate says that it has no room, or the line is thin and has not shown room for long enough, not one packet goes.
 */
export const lookListening = (
  before: Listening,
  wanted: boolean,
  facts: ListeningFacts,
  nowMs: Milliseconds,
): Listening => {
  if (wanted && before.wanted && !before.held) return whileSent(before, facts, nowMs);
  const isThin = facts.thin && !before.proven;
  const room = bears(facts, isThin);
  const isLineBroken = isBroken(facts.seen) && !isLineSound(facts.seen, facts.baseMs);
  const against = room === false || isLineBroken || facts.seen.dataWaiting;
  const next = { ...before, wanted, roomSinceMs: against ? nowMs : before.roomSinceMs };
  const roomMs = against ? 0 : nowMs - next.roomSinceMs;
  // After what the picture beside it changed, the estimate of a thin line needs its time to follow.
  const waitMs = isThin ? Math.max(next.waitMs, LADDER_TIMES.estimateMs) : next.waitMs;
  const lasts = roomMs >= waitMs;
  if (next.held) return lasts ? go(next, room === undefined, nowMs) : next;
  if (!wanted) return next;
  const mayGo = lasts || (!isThin && room !== false && (next.proven || roomMs >= TIMES.settleMs));
  return mayGo ? go(next, room === undefined, nowMs) : hold(next, waitMs);
};
