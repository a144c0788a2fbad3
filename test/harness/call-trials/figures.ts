import type { FallFigures } from './fall-figures.ts';

/** A figure of each side of a call: what the cabin sees and hears of the physician, and the other way. */
export interface Sides<Value> {
  readonly cabin: Value;
  readonly physician: Value;
}

export interface ReadingFigures {
  readonly sent: number;
  readonly delivered: number;
  /** From the cabin to the physician's screen, the slowest of those delivered. */
  readonly slowestMs: number;
  readonly shownTwice: boolean;
}

/** What the stethoscope gave at the physician's, over the time that it was switched in. */
export interface ListeningFigures {
  /** Percent of the time that the physician was told that they hear it live, that it is made up in part, and that the line holds it back. */
  readonly livePercent: number;
  readonly spoiltPercent: number;
  readonly heldPercent: number;
  /** Percent of what was played as sound that the decoder had made up; undefined when not one packet came. */
  readonly madeUpPercent: number | undefined;
  /** The same, of the time alone in which it was called live. */
  readonly madeUpLivePercent: number | undefined;
}

/** What a played call gave; what was not part of it is undefined. */
export interface TrialFigures {
  /** From the physician's claim to the pre-brief on their page; undefined when it never came. */
  readonly joinMs: number | undefined;
  /** From the acknowledgement of the card to the first frame of the other; undefined when none came. */
  readonly firstFrameMs: Sides<number | undefined>;
  /** Percent of the sound that was made up, silence left out. */
  readonly concealedPercent?: Sides<number>;
  /** Percent of the sound that came, sound or silence; the rest was made up, be it as silence. */
  readonly heardPercent?: Sides<number>;
  readonly freezes?: Sides<{ readonly count: number; readonly seconds: number }>;
  readonly roundTripMs?: number;
  readonly readings?: ReadingFigures;
  /** Percent of the wave's samples that never came. */
  readonly waveGapPercent?: number;
  readonly listening?: ListeningFigures;
  /** What each side got of the other while the line fell in the call. */
  readonly fall?: Sides<FallFigures>;
  /** From the line's return until both pictures move again; undefined when they never did. */
  readonly backMs?: number | undefined;
  /** Longest time between two frames, the worse side. */
  readonly longestStillMs?: number;
  /** Connections that the cabin opened: more than one means that the call was built anew. */
  readonly connections?: number;
}

export const NOT_JOINED: TrialFigures = {
  joinMs: undefined,
  firstFrameMs: { cabin: undefined, physician: undefined },
};

export const worse = ({ cabin, physician }: Sides<number>): number => Math.max(cabin, physician);

export const lesser = ({ cabin, physician }: Sides<number>): number => Math.min(cabin, physician);

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const above = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? above : ((sorted[middle - 1] ?? Number.NaN) + above) / 2;
};
