import type { Milliseconds } from '../../time.ts';
import { compareRungs, pictureBudget, RUNG_SIZES, type Rung, rungBelow, rungFor } from './rungs.ts';

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
} as const;

/** What is too much, and where to go. */
export interface Judgement {
  readonly overload: Overload;
  /** So bad that one rung is not enough. */
  readonly severe: boolean;
  /** The rung to go to. */
  readonly bears: Rung;
  /** The highest that the browser's estimate leaves room for; `hd` without one. */
  readonly affords: Rung;
}

const isPicture = (rung: Rung): boolean => RUNG_SIZES[rung].picture !== undefined;

/** Whether a queue stands in the line, over its own round trip of `baseMs`. */
export const isDelayed = (roundTripMs: number | undefined, baseMs: number | undefined): boolean => {
  if (roundTripMs === undefined || baseMs === undefined) return false;
  const queueMs = roundTripMs - baseMs;
  const { longRoundTripMs, longQueueMs } = LIMITS;
  return queueMs > LIMITS.queueMs || (roundTripMs > longRoundTripMs && queueMs > longQueueMs);
};

/** Packets are lost, or sound had to be invented, so that speech is hard to follow. */
export const isBroken = ({ loss = 0, concealed = 0 }: LineObservation): boolean =>
  loss >= LIMITS.loss || concealed >= LIMITS.concealed;

/** The same, so much that it must end at once. */
export const isSeverelyBroken = ({ loss = 0, concealed = 0 }: LineObservation): boolean =>
  loss >= LIMITS.severeLoss || concealed >= LIMITS.severeConcealed;

/** The sound breaks, or readings do not leave: what no picture is worth. */
export const breaksSound = ({ concealed = 0, dataWaiting }: LineObservation): boolean =>
  concealed >= LIMITS.concealed || dataWaiting;

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
  const { frozen = 0, availableBps, besideBps } = seen;
  const { soundBitrate, keep } = RUNG_SIZES[rung];
  const severe = isSeverelyBroken(seen);
  const below = (overload: Overload, isSevere = severe): Judgement => {
    const affords = estimated && availableBps !== undefined ? rungFor(availableBps, 'keep', besideBps) : 'hd';
    const less = isPicture(rung) && severe ? 'stills' : rungBelow(rung);
    return { overload, severe: isSevere, affords, bears: compareRungs(affords, less) < 0 ? affords : less };
  };
  if (seen.dataWaiting) return below('bandwidth');
  if (isBroken(seen)) return below('loss');
  if (estimated && availableBps !== undefined) {
    const budget = pictureBudget(availableBps, soundBitrate + besideBps);
    if (budget < keep) return below('bandwidth', budget < keep / 2);
  }
  if (!isPicture(rung)) return undefined;
  if (isDelayed(seen.roundTripMs, baseMs)) return below('delay');
  if (frozen >= LIMITS.frozen) return below('freezes');
  if (seen.processorBound && rung !== '240p') return below('processor');
  return undefined;
};
