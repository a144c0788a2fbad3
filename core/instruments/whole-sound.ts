/** One piece of sound as it comes from an instrument. */
export interface SoundPiece {
  /** When the machine says that it began. It may be stamped late while the machine is busy, never early. */
  readonly stampUs: number;
  readonly durationUs: number;
}

/** A run of pieces that may be the clip. */
interface Run {
  /** Index of its first piece. */
  readonly from: number;
  readonly soundUs: number;
  /** Least lateness of its first pieces, and how many of them were counted. */
  readonly baseUs: number;
  readonly counted: number;
}

/** What is known of the sound that has come so far. */
export interface Listened {
  readonly pieces: number;
  readonly soundUs: number;
  readonly startedUs: number | undefined;
  /** Lateness of the newest pieces: a piece's own time less the sound before it. It rises for good where sound is missing. */
  readonly recent: readonly number[];
  /** Oldest first: a run that seemed broken may turn out to be whole, when the machine was only busy. */
  readonly runs: readonly Run[];
}

export type Heard =
  | { readonly heard: 'more' }
  /** Sound is missing: a new recording begins with the next piece. */
  | { readonly heard: 'again' }
  /** The pieces from this one on hold the wanted sound without a hole. */
  | { readonly heard: 'whole'; readonly from: number }
  /** The limit is over, and no run was whole. `missingUs`: how much the newest lacks. */
  | { readonly heard: 'broken'; readonly missingUs: number };

/** More than the clocks of sound and machine drift apart in a clip, less than one lost piece of 10 ms. Microseconds. */
const HOLE_US = 7_000;
/** Pieces at either end of a run whose stamps are compared: among so many, one at least is stamped in time. */
const COMPARED_PIECES = 60;

/** Nothing has come yet. */
export const NOTHING_HEARD: Listened = {
  pieces: 0,
  soundUs: 0,
  startedUs: undefined,
  recent: [],
  runs: [{ from: 0, soundUs: 0, baseUs: Number.POSITIVE_INFINITY, counted: 0 }],
};

const grown = (run: Run, durationUs: number, latenessUs: number): Run => ({
  ...run,
  soundUs: run.soundUs + durationUs,
  ...(run.counted < COMPARED_PIECES && {
    baseUs: Math.min(run.baseUs, latenessUs),
    counted: run.counted + 1,
  }),
});

/**
 * Takes a piece in, and says whether `wantedUs` of sound without a hole have come, from the first piece or from after a hole. A run is
 * judged by the pieces that follow it, so that a hole at its very end is found too. After `limitUs` by the machine's clock it is given up.
 */
export const hear = (
  before: Listened,
  { stampUs, durationUs }: SoundPiece,
  { wantedUs, limitUs }: { readonly wantedUs: number; readonly limitUs: number },
): readonly [Listened, Heard] => {
  const latenessUs = stampUs - before.soundUs;
  const recent = [...before.recent, latenessUs].slice(-COMPARED_PIECES);
  const startedUs = before.startedUs ?? stampUs;
  const grownRuns = before.runs.map((run) => grown(run, durationUs, latenessUs));
  const pieces = before.pieces + 1;
  const after: Listened = {
    pieces,
    soundUs: before.soundUs + durationUs,
    startedUs,
    recent,
    runs: grownRuns,
  };
  const nowUs = Math.min(...recent);
  const lacks = (run: Run): number => nowUs - run.baseUs;
  const isJudged = ({ from }: Run): boolean => pieces - from >= 2 * COMPARED_PIECES;
  const follows = COMPARED_PIECES * durationUs;
  const whole = grownRuns.find(
    (run) => isJudged(run) && run.soundUs >= wantedUs + follows && lacks(run) <= HOLE_US,
  );
  if (whole !== undefined) return [after, { heard: 'whole', from: whole.from }];
  const newest = grownRuns.at(-1);
  if (newest === undefined) return [after, { heard: 'more' }];
  if (stampUs - startedUs >= limitUs) return [after, { heard: 'broken', missingUs: lacks(newest) }];
  if (!isJudged(newest) || lacks(newest) <= HOLE_US) return [after, { heard: 'more' }];
  const next: Run = { from: pieces, soundUs: 0, baseUs: Number.POSITIVE_INFINITY, counted: 0 };
  return [{ ...after, runs: [...grownRuns, next] }, { heard: 'again' }];
};
