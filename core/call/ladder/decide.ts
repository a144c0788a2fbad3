import type { Milliseconds } from '../../time.ts';
import { breaksSound, type Judgement, judge, type LineObservation, OVERLOADS } from './observation.ts';
import {
  compareRungs,
  isUntried,
  pictureBudget,
  RUNG_SIZES,
  type Rung,
  rungAbove,
  rungBelow,
} from './rungs.ts';

/**
 * Why a side sends no more than it does: what the line or the processor does not bear, `starting` while that is still being found out,
 * `forced` when the physician chose it, `shared` when the line is kept for another call.
 */
export const LADDER_REASONS = [...OVERLOADS, 'starting', 'forced', 'shared'] as const;
export type LadderReason = (typeof LADDER_REASONS)[number];

export const LADDER_TIMES = {
  /** An overload must last this long. */
  downMs: 3_000,
  severeDownMs: 2_000,
  /** After a step, what was measured over the old rung leaves the averages first. */
  settleMs: 2_000,
  /** Calm for this long, and one rung up is tried. */
  upMs: 16_000,
  /** In a call that has known no overload yet, when the estimate speaks for it. */
  firstUpMs: 4_000,
  /** A step up that ends in an overload within this time has failed: the next one waits twice as long. */
  trialMs: 20_000,
  /** So long, that a line which bears nothing more is disturbed rarely. */
  longestUpMs: 256_000,
  /** After a step up the browser's estimate needs this long to follow what is now sent. */
  estimateMs: 8_000,
  /** A forced rung under which the sound breaks is given up after this. */
  releaseMs: 5_000,
} as const;

/** How much the line's own round trip may have grown since it was last seen free, per second, in milliseconds. */
const BASE_DRIFT_MS = 5;

/** One direction's ladder: what its sender sends, and what it remembers to decide. */
export interface Ladder {
  readonly rung: Rung;
  /** Undefined: the best rung, with nothing against it. */
  readonly reason: LadderReason | undefined;
  /** Chosen by the physician and held, until they let it go or the sound breaks under it. */
  readonly forced: Rung | undefined;
  /** The line does not bear the rung that is forced. */
  readonly strained: boolean;
  /** The forced rung that was given up because the sound broke; until the physician chooses again. */
  readonly released: Rung | undefined;
  readonly steppedMs: Milliseconds;
  readonly overloadSinceMs: Milliseconds | undefined;
  readonly calmSinceMs: Milliseconds;
  /** The last step was one up that has not yet proven itself; where it came from. */
  readonly trial: { readonly sinceMs: Milliseconds; readonly from: Rung } | undefined;
  /** The rung that was tried last and was too much, and how long to wait before it is tried again. */
  readonly failed: { readonly rung: Rung; readonly waitMs: Milliseconds } | undefined;
  /** No overload has been seen yet. */
  readonly fresh: boolean;
  readonly baseMs: Milliseconds | undefined;
  readonly seenMs: Milliseconds;
}

/** A ladder at its start. `rung` from the test before the call, or without one `360p`, which climbs within seconds on a good line. */
export const startLadder = (rung: Rung, nowMs: Milliseconds): Ladder => ({
  rung,
  reason: rung === 'hd' ? undefined : 'starting',
  forced: undefined,
  strained: false,
  released: undefined,
  steppedMs: nowMs,
  overloadSinceMs: undefined,
  calmSinceMs: nowMs,
  // The estimate begins at about 300 kbit/s and rises within seconds: it cannot speak for `hd` at once.
  trial: rung === 'hd' ? { sinceMs: nowMs, from: '360p' } : undefined,
  failed: undefined,
  fresh: true,
  baseMs: undefined,
  seenMs: nowMs,
});

/** Holds `rung` by order of the physician, or with undefined goes back to deciding alone, trying one rung more at once. */
export const force = (ladder: Ladder, rung: Rung | undefined, nowMs: Milliseconds): Ladder => {
  const base = { ...ladder, forced: rung, strained: false, released: undefined };
  if (rung !== undefined)
    return {
      ...base,
      rung,
      reason: 'forced',
      steppedMs: nowMs,
      overloadSinceMs: undefined,
      trial: undefined,
    };
  const trial = { ...base, failed: undefined };
  const above = rungAbove(ladder.rung);
  return above === undefined ? { ...trial, reason: undefined } : climb(trial, above, nowMs);
};

/**
 * Goes on after the line was gone, or over another connection. What it bore before is the best guess, and the browser's estimate begins
 * anew: it is believed as little as after a step up.
 */
export const resumeLadder = (ladder: Ladder, nowMs: Milliseconds): Ladder => ({
  ...ladder,
  steppedMs: nowMs,
  calmSinceMs: nowMs,
  seenMs: nowMs,
  overloadSinceMs: undefined,
  baseMs: undefined,
  trial: ladder.rung === 'audio' ? undefined : { sinceMs: nowMs, from: rungBelow(ladder.rung) },
});

/**
 * Sends no more than `most`, which another call of the same line leaves: what is above is given up at once, and tried again only after a
 * calm that begins when it may be.
 */
export const holdUnder = (ladder: Ladder, most: Rung | undefined, nowMs: Milliseconds): Ladder => {
  const above = most === undefined ? -1 : compareRungs(ladder.rung, most);
  if (most === undefined || above < 0) return ladder;
  const held = { ...ladder, fresh: false, calmSinceMs: nowMs };
  if (above === 0) return { ...held, reason: ladder.reason === 'starting' ? 'shared' : ladder.reason };
  return {
    ...held,
    rung: most,
    reason: 'shared',
    steppedMs: nowMs,
    overloadSinceMs: undefined,
    trial: undefined,
  };
};

const climb = (ladder: Ladder, rung: Rung, nowMs: Milliseconds): Ladder => ({
  ...ladder,
  rung,
  reason: rung === 'hd' ? undefined : ladder.reason === 'forced' ? 'starting' : ladder.reason,
  steppedMs: nowMs,
  calmSinceMs: nowMs,
  overloadSinceMs: undefined,
  trial: { sinceMs: nowMs, from: ladder.rung },
});

/** Back to where a failed trial came from, which the line bore, unless even that is known to be too much. */
const landing = ({ trial }: Ladder, { bears, affords }: Judgement): Rung => {
  if (trial === undefined) return bears;
  return compareRungs(affords, trial.from) < 0 ? affords : trial.from;
};

const descend = (ladder: Ladder, judgement: Judgement, nowMs: Milliseconds): Ladder => {
  const { rung, trial, failed } = ladder;
  const again = failed?.rung === rung ? failed.waitMs : LADDER_TIMES.upMs;
  return {
    ...ladder,
    rung: landing(ladder, judgement),
    reason: judgement.overload,
    steppedMs: nowMs,
    calmSinceMs: nowMs,
    overloadSinceMs: undefined,
    trial: undefined,
    failed: trial ? { rung, waitMs: Math.min(2 * again, LADDER_TIMES.longestUpMs) } : failed,
    fresh: false,
  };
};

/** Whether the line bears the rung above; undefined when only a trial can tell. */
const bearsMore = (
  rung: Rung,
  above: Rung,
  { availableBps, besideBps }: LineObservation,
): boolean | undefined => {
  if (availableBps === undefined) return undefined;
  const { soundBitrate, enter } = RUNG_SIZES[above];
  if (pictureBudget(availableBps, soundBitrate + besideBps) >= enter) return true;
  return isUntried(rung, besideBps, availableBps) ? undefined : false;
};

/** How long it must have been calm before the rung above is tried. An estimate that says no is asked again, later. */
const waitUp = (ladder: Ladder, above: Rung, seen: LineObservation): Milliseconds => {
  const bears = bearsMore(ladder.rung, above, seen);
  const measured = seen.availableBps !== undefined;
  if (ladder.fresh && measured && bears !== false) return LADDER_TIMES.firstUpMs;
  const { failed } = ladder;
  const waitMs = failed && compareRungs(above, failed.rung) >= 0 ? failed.waitMs : LADDER_TIMES.upMs;
  return bears === false ? 2 * waitMs : waitMs;
};

const hold = (ladder: Ladder, judgement: Judgement | undefined, seen: LineObservation): Ladder => {
  const { forced, seenMs: nowMs } = ladder;
  if (forced === undefined) return ladder;
  const breaks = forced !== 'audio' && breaksSound(seen);
  const overloadSinceMs = breaks ? (ladder.overloadSinceMs ?? nowMs) : undefined;
  const held = { ...ladder, overloadSinceMs, strained: judgement !== undefined };
  if (!judgement || overloadSinceMs === undefined || nowMs - overloadSinceMs < LADDER_TIMES.releaseMs)
    return held;
  return { ...descend(held, judgement, nowMs), forced: undefined, strained: false, released: forced };
};

/** One look at the line, about once a second: the ladder after it. */
export const decide = (before: Ladder, seen: LineObservation, nowMs: Milliseconds): Ladder => {
  const { roundTripMs } = seen;
  const drifted =
    before.baseMs === undefined
      ? undefined
      : before.baseMs + (BASE_DRIFT_MS * (nowMs - before.seenMs)) / 1_000;
  const ladder: Ladder = {
    ...before,
    seenMs: nowMs,
    baseMs: roundTripMs === undefined ? drifted : Math.min(roundTripMs, drifted ?? roundTripMs),
    trial: before.trial && nowMs - before.trial.sinceMs < LADDER_TIMES.trialMs ? before.trial : undefined,
  };
  const sinceStep = nowMs - ladder.steppedMs;
  const trying = before.trial !== undefined && sinceStep < LADDER_TIMES.estimateMs;
  const judgement = judge(ladder.rung, seen, ladder.baseMs, !trying);
  if (ladder.forced !== undefined) return hold(ladder, judgement, seen);
  if (judgement) {
    if (sinceStep < LADDER_TIMES.settleMs || ladder.rung === 'audio')
      return { ...ladder, calmSinceMs: nowMs };
    const overloadSinceMs = ladder.overloadSinceMs ?? nowMs;
    const lasts = judgement.severe ? LADDER_TIMES.severeDownMs : LADDER_TIMES.downMs;
    if (nowMs - overloadSinceMs >= lasts) return descend(ladder, judgement, nowMs);
    return { ...ladder, overloadSinceMs, calmSinceMs: nowMs };
  }
  const calm = { ...ladder, overloadSinceMs: undefined };
  const proven = before.trial !== undefined && calm.trial === undefined && calm.failed?.rung === calm.rung;
  const settled = proven ? { ...calm, failed: undefined } : calm;
  const above = rungAbove(settled.rung);
  if (above === undefined) return settled.reason === undefined ? settled : { ...settled, reason: undefined };
  if (nowMs - settled.calmSinceMs >= waitUp(settled, above, seen)) return climb(settled, above, nowMs);
  const foundOut = settled.reason === 'starting' && sinceStep >= LADDER_TIMES.estimateMs;
  return foundOut && bearsMore(settled.rung, above, seen) === false
    ? { ...settled, reason: 'bandwidth' }
    : settled;
};
