import type { Milliseconds } from '../../time.ts';
import {
  breaksSound,
  isBroken,
  type Judgement,
  judge,
  type LineObservation,
  OVERLOADS,
  type Patience,
} from './observation.ts';
import {
  compareRungs,
  isPicture,
  isUntried,
  lower,
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
  /** Without a moving picture there is little left to give up, and one burst of loss stays in the reports for 4 s. */
  bareDownMs: 6_000,
  /** After a step, what was measured over the old rung leaves the averages first. */
  settleMs: 2_000,
  /** Once the picture is gone only single ones are left to give up, and reports of sound that broke beside it come for this long. */
  settleBareMs: 6_000,
  /** Calm for this long, what was too much is not blamed any more. */
  clearMs: 4_000,
  /** Calm for this long, and one rung up is tried. */
  upMs: 16_000,
  /** The same right after a step up that holds, when the estimate speaks for one more. */
  upAgainMs: 8_000,
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

/**
 * How much the line's own round trip may have grown since it was last seen free, per second, in milliseconds. While nothing is sent that
 * could fill a queue, what is measured is the line's own: it may have become another line.
 */
const BASE_DRIFT_MS = 5;
const BARE_BASE_DRIFT_MS = 50;

/** A way that has become this much shorter than it was is another line's. */
const OTHER_LINE_PART = 0.5;

const PATIENCE_MS: Readonly<Record<Patience, Milliseconds>> = {
  long: LADDER_TIMES.downMs,
  short: LADDER_TIMES.severeDownMs,
  none: 0,
};
const patienceMs = (rung: Rung, patience: Patience): Milliseconds =>
  isPicture(rung) ? PATIENCE_MS[patience] : LADDER_TIMES.bareDownMs;

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
  readonly trial:
    | {
        readonly sinceMs: Milliseconds;
        readonly from: Rung;
        /** The estimate spoke for it. */
        readonly promised: boolean;
      }
    | undefined;
  /**
   * The rung that was tried last and was too much, how long to wait before it is tried again, and the line's own round trip then. Not waited
   * for when it is another line by now, or the estimate speaks for it and did not then.
   */
  readonly failed:
    | {
        readonly rung: Rung;
        readonly waitMs: Milliseconds;
        readonly promised: boolean;
        readonly baseMs: Milliseconds | undefined;
      }
    | undefined;
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
  trial: rung === 'hd' ? { sinceMs: nowMs, from: '360p', promised: false } : undefined,
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
  return above === undefined ? { ...trial, reason: undefined } : climb(trial, above, false, nowMs);
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
  trial:
    ladder.rung === 'audio' ? undefined : { sinceMs: nowMs, from: rungBelow(ladder.rung), promised: false },
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

const climb = (ladder: Ladder, rung: Rung, promised: boolean, nowMs: Milliseconds): Ladder => ({
  ...ladder,
  rung,
  reason: rung === 'hd' ? undefined : 'starting',
  steppedMs: nowMs,
  calmSinceMs: nowMs,
  overloadSinceMs: undefined,
  trial: { sinceMs: nowMs, from: ladder.rung, promised },
});

/** Back to where a failed trial came from, which the line bore, unless it is known to bear less by now. */
const landing = ({ trial }: Ladder, { bears, affords, patience }: Judgement): Rung => {
  if (trial === undefined) return bears;
  return lower(trial.from, patience === 'none' ? bears : affords);
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
    failed: trial
      ? {
          rung,
          waitMs: Math.min(2 * again, LADDER_TIMES.longestUpMs),
          promised: trial.promised,
          baseMs: ladder.baseMs,
        }
      : failed,
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

/** The trial of `above` that failed, while nothing speaks for another outcome. */
const failedFor = ({ failed, baseMs }: Ladder, above: Rung, bears: boolean | undefined): Ladder['failed'] => {
  if (failed === undefined || compareRungs(above, failed.rung) < 0) return undefined;
  const isOtherLine =
    baseMs !== undefined && failed.baseMs !== undefined && baseMs < OTHER_LINE_PART * failed.baseMs;
  return isOtherLine || (bears === true && !failed.promised) ? undefined : failed;
};

/** How long it must have been calm before the rung above is tried. An estimate that says no is asked again, later. */
const waitUp = (ladder: Ladder, above: Rung, seen: LineObservation): Milliseconds => {
  const bears = bearsMore(ladder.rung, above, seen);
  const measured = seen.availableBps !== undefined;
  if (ladder.fresh && measured && bears !== false) return LADDER_TIMES.firstUpMs;
  const failed = failedFor(ladder, above, bears);
  if (failed === undefined && ladder.trial !== undefined && bears === true) return LADDER_TIMES.upAgainMs;
  const waitMs = failed?.waitMs ?? LADDER_TIMES.upMs;
  return bears === false ? 2 * waitMs : waitMs;
};

const isOverload = (reason: LadderReason | undefined): boolean => OVERLOADS.some((one) => one === reason);

/** Why no more is sent while all is calm: what was too much is not so any more, and what the line bears is being found out. */
const calmReason = (ladder: Ladder, above: Rung, seen: LineObservation): LadderReason | undefined => {
  const { reason, rung, seenMs, calmSinceMs, steppedMs } = ladder;
  const bears = bearsMore(rung, above, seen);
  if (reason === 'starting') {
    const isFoundOut = bears === false && seenMs - steppedMs >= LADDER_TIMES.estimateMs;
    return isFoundOut ? 'bandwidth' : reason;
  }
  if (!isOverload(reason) || seenMs - calmSinceMs < LADDER_TIMES.clearMs) return reason;
  if (bears === false) return 'bandwidth';
  // Of a line that carries no picture only a trial shows that it has become wider.
  const isUnknown = bears === undefined && reason === 'bandwidth' && !isPicture(rung);
  return isUnknown || failedFor(ladder, above, bears) ? reason : 'starting';
};

/** What an overload says of a rung that it does not end: not yet, or not at all. */
const bear = (ladder: Ladder, { overload }: Judgement, settling: boolean): Ladder => {
  const { reason, seenMs: nowMs } = ladder;
  const overloadSinceMs = ladder.overloadSinceMs ?? nowMs;
  const lasts = nowMs - overloadSinceMs >= LADDER_TIMES.downMs;
  // Right after a step the line shows why: packets are counted as lost at once, their way as longer a little later.
  const renewed = settling ? reason === 'loss' : lasts && isOverload(reason);
  return {
    ...ladder,
    calmSinceMs: nowMs,
    overloadSinceMs: settling ? undefined : overloadSinceMs,
    reason: renewed ? overload : reason,
  };
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
  const isBare = !isPicture(before.rung) && seen.besideBps === 0;
  const drifted =
    before.baseMs === undefined
      ? undefined
      : before.baseMs + ((isBare ? BARE_BASE_DRIFT_MS : BASE_DRIFT_MS) * (nowMs - before.seenMs)) / 1_000;
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
    const settling = sinceStep < (isPicture(ladder.rung) ? LADDER_TIMES.settleMs : LADDER_TIMES.settleBareMs);
    const overloadSinceMs = ladder.overloadSinceMs ?? nowMs;
    const isOver = nowMs - overloadSinceMs >= patienceMs(ladder.rung, judgement.patience);
    if (settling || !isOver || ladder.rung === 'audio') return bear(ladder, judgement, settling);
    return descend(ladder, judgement, nowMs);
  }
  const calm = { ...ladder, overloadSinceMs: undefined };
  // What no smaller picture would end is no calm either: a larger one would not help.
  if (isBroken(seen) || (seen.processorBound && ladder.rung !== 'hd')) return { ...calm, calmSinceMs: nowMs };
  const proven = before.trial !== undefined && calm.trial === undefined && calm.failed?.rung === calm.rung;
  const settled = proven ? { ...calm, failed: undefined } : calm;
  const above = rungAbove(settled.rung);
  if (above === undefined) return settled.reason === undefined ? settled : { ...settled, reason: undefined };
  const promised = bearsMore(settled.rung, above, seen) === true;
  if (nowMs - settled.calmSinceMs >= waitUp(settled, above, seen))
    return climb(settled, above, promised, nowMs);
  const reason = calmReason(settled, above, seen);
  return reason === settled.reason ? settled : { ...settled, reason };
};
