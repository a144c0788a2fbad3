import type { Milliseconds } from '../../time.ts';
import {
  compareRungs,
  isPicture,
  lower,
  pictureBudget,
  RUNG_SIZES,
  type Rung,
  rungBelow,
  rungFor,
} from './rungs.ts';

/** What one side knows of its own outgoing media in the last second or so. Undefined: not measured, or not told by this browser. */
export interface LineObservation {
  /** Part of the outgoing packets that were lost, 0 to 1, over some seconds. */
  readonly loss: number | undefined;
  readonly roundTripMs: Milliseconds | undefined;
  /** What the browser believes the line bears for outgoing media, in bit/s. Firefox does not tell. */
  readonly availableBps: number | undefined;
  /** Part of the time that the receiver's picture stood frozen, 0 to 1, as the receiver reports. */
  readonly frozen: number | undefined;
  /** Part of the sound that the receiver had to invent, 0 to 1, as the receiver reports. */
  readonly concealed: number | undefined;
  /** Part of the voice's packets that never came, 0 to 1, over the same seconds, as the receiver reports. */
  readonly voiceLost: number | undefined;
  /** The encoder lowers its picture because the processor does not follow. */
  readonly processorBound: boolean;
  /** Readings wait in their channel: the line is too full for what matters most. */
  readonly dataWaiting: boolean;
  /** What goes before the picture besides the voice, in bit/s of payload: the live sound of the stethoscope. */
  readonly besideBps: number;
}

/** Why a rung is left downwards. */
export const OVERLOADS = ['bandwidth', 'loss', 'delay', 'freezes', 'processor'] as const;
type Overload = (typeof OVERLOADS)[number];

/** Limits of what a rung bears; each must hold for some seconds before anything follows. */
const LIMITS = {
  loss: 0.1,
  severeLoss: 0.25,
  /** Beyond this, speech is hard to follow. */
  concealed: 0.08,
  severeConcealed: 0.2,
  frozen: 0.25,
  /** A queue of this much over the line's own round trip. */
  queueMs: 450,
  /** A conversation suffers from a second, and a shorter queue is then too much. Satellite has 600 ms without any. */
  longRoundTripMs: 1_000,
  longQueueMs: 250,
  /** A line that breaks sound shows it: by packets that never come, or by a longer way than its own. Less than this shows nothing. */
  shownLoss: 0.01,
  shownDelayMs: 100,
} as const;

/** How long an overload is borne: one that two signs show of a picture far too large for the line ends at the first look. */
export type Patience = 'long' | 'short' | 'none';

/** What is too much, and where to go. */
export interface Judgement {
  readonly overload: Overload;
  readonly patience: Patience;
  /** The rung to go to. */
  readonly bears: Rung;
  /** The highest that the browser's estimate leaves room for; `hd` without one. */
  readonly affords: Rung;
}

/** Whether a queue stands in the line, over its own round trip of `baseMs`. */
export const isDelayed = (roundTripMs: number | undefined, baseMs: number | undefined): boolean => {
  if (roundTripMs === undefined || baseMs === undefined) return false;
  const queueMs = roundTripMs - baseMs;
  const { longRoundTripMs, longQueueMs } = LIMITS;
  return queueMs > LIMITS.queueMs || (roundTripMs > longRoundTripMs && queueMs > longQueueMs);
};

/** A queue stands in the line, if not yet one that a conversation suffers from. */
const isQueued = (roundTripMs: number | undefined, baseMs: number | undefined): boolean =>
  roundTripMs !== undefined && baseMs !== undefined && roundTripMs - baseMs > LIMITS.longQueueMs;

/** Packets are lost, or sound had to be invented, so that speech is hard to follow. */
export const isBroken = ({
  loss = 0,
  concealed = 0,
}: Partial<Pick<LineObservation, 'loss' | 'concealed'>>): boolean =>
  loss >= LIMITS.loss || concealed >= LIMITS.concealed;

/** The same, so much that it must end at once. */
export const isSeverelyBroken = ({ loss = 0, concealed = 0 }: LineObservation): boolean =>
  loss >= LIMITS.severeLoss || concealed >= LIMITS.severeConcealed;

/** The sound breaks, or readings do not leave: what no picture is worth. */
export const breaksSound = ({ concealed = 0, dataWaiting }: LineObservation): boolean =>
  concealed >= LIMITS.concealed || dataWaiting;

/** The way has become longer than the line's own round trip of `baseMs`. */
const isLonger = (roundTripMs: number | undefined, baseMs: number | undefined): boolean =>
  roundTripMs !== undefined && baseMs !== undefined && roundTripMs - baseMs >= LIMITS.shownDelayMs;

/**
 * Whether the line shows nothing by which it could break sound: its packets come, over a way as long as ever. Sound that is made up
 * nevertheless came too late for a machine that is too busy, at one end or the other. The browser's estimate does not count: on a busy
 * machine it falls over any line.
 */
export const isLineSound = (
  { loss, voiceLost, roundTripMs, dataWaiting }: LineObservation,
  baseMs: Milliseconds | undefined,
): boolean => {
  const lost = voiceLost ?? loss;
  if (lost === undefined || roundTripMs === undefined || baseMs === undefined || dataWaiting) return false;
  return lost < LIMITS.shownLoss && (loss ?? 0) < LIMITS.loss && !isLonger(roundTripMs, baseMs);
};

/** A busy machine: a smaller picture eases it, no picture at all is for sound that is hardly there. Without a picture nothing more helps. */
const judgeMachine = (rung: Rung, affords: Rung, severe: boolean): Judgement | undefined => {
  const least = severe ? 'stills' : '240p';
  if (compareRungs(rung, least) <= 0) return undefined;
  const bears = severe ? least : rungBelow(rung);
  return { overload: 'processor', patience: severe ? 'short' : 'long', affords, bears };
};

/**
 * Whether the line suffers at the present rung, and why; undefined when it does not. `baseMs` is the line's own round trip,
 * `estimated` whether the browser's estimate may be believed yet.
 */
export const judge = (
  rung: Rung,
  seen: LineObservation,
  baseMs: Milliseconds | undefined,
  estimated: boolean,
): Judgement | undefined => {
  const { frozen = 0, besideBps } = seen;
  const { soundBitrate, keep } = RUNG_SIZES[rung];
  const availableBps = estimated ? seen.availableBps : undefined;
  const affords = availableBps === undefined ? 'hd' : rungFor(availableBps, 'keep', besideBps);
  const budget =
    availableBps === undefined
      ? Number.POSITIVE_INFINITY
      : pictureBudget(availableBps, soundBitrate + besideBps);
  const severe = isSeverelyBroken(seen);
  const isSlow = isDelayed(seen.roundTripMs, baseMs);
  if (!seen.dataWaiting && isBroken(seen) && isLineSound(seen, baseMs))
    return judgeMachine(rung, affords, severe);

  const isShort = budget < keep;
  const floods = rung === 'hd' || rung === '360p';
  const jammed =
    floods && (isBroken(seen) ? isShort || isQueued(seen.roundTripMs, baseMs) : isShort && isSlow);
  const below = (overload: Overload, isSevere = severe): Judgement => {
    const patience = jammed ? 'none' : isSevere ? 'short' : 'long';
    // In a jam the estimate falls below what the line bears: it says nothing of single pictures.
    if (isPicture(rung) && (severe || jammed)) return { overload, patience, affords, bears: 'stills' };
    return { overload, patience, affords, bears: lower(affords, rungBelow(rung)) };
  };
  if (seen.dataWaiting) return below('bandwidth');
  if (isBroken(seen)) {
    // A line that is too thin for what is sent loses packets too, out of a full queue: then the way is longer, and that is no loss.
    if (!isLonger(seen.roundTripMs, baseMs)) return below('loss');
    return below(isShort ? 'bandwidth' : isSlow ? 'delay' : 'loss');
  }
  if (isShort) return below('bandwidth', budget < keep / 2);
  if (!isPicture(rung)) return undefined;
  if (isSlow) return below('delay');
  if (frozen >= LIMITS.frozen) return below('freezes');
  return seen.processorBound ? judgeMachine(rung, affords, false) : undefined;
};
