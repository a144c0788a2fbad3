import type { Milliseconds } from '#core/time.ts';
import type { FallFigures } from '#test/harness/call-trials/fall-figures.ts';
import { lesser, median, type TrialFigures, worse } from '#test/harness/call-trials/figures.ts';

/** What must hold for a case to pass; everything else is reported. */
export type Gate =
  | 'joined'
  | 'media'
  | 'readings'
  | 'prompt'
  | 'wave'
  | 'sound'
  | 'heart-live'
  | 'heart-held'
  | 'fall'
  | 'back'
  | 'went-on';

const MOST_CONCEALED_PERCENT = 3;
const MOST_WAVE_GAP_PERCENT = 1;
/** Frames come more often than this while a call is well. */
const MOST_STILL_MS = 2_000;

/** Of a voice that speaks four fifths of the time; a dead one is made up as silence, which no share of concealed sound shows. */
const LEAST_HEARD_PERCENT = 60;
/** A reading that takes longer is old when it is seen. */
const SLOWEST_READING_MS = 5_000;
/** Of the time that the stethoscope is switched in: seen from the first second on. */
const LEAST_LIVE_PERCENT = 80;
const LEAST_HELD_PERCENT = 80;
/** Of what was played and called live; the page calls 5 % and more over four seconds spoilt. */
const MOST_MADE_UP_PERCENT = 5;

/** Of a line that becomes thin in a call, with room for a busy machine. */
const MOST_FALL = { concealedPercent: 9, repeatedKilobytes: 40, blindSeconds: 12, blamedMs: 30_000 } as const;

const isBorne = ({
  concealedPercent,
  repeatedKilobytes,
  blindSeconds,
  blamedMs,
  wholeMs,
}: FallFigures): boolean =>
  concealedPercent < MOST_FALL.concealedPercent &&
  repeatedKilobytes < MOST_FALL.repeatedKilobytes &&
  blindSeconds < MOST_FALL.blindSeconds &&
  blamedMs !== undefined &&
  blamedMs < MOST_FALL.blamedMs &&
  wholeMs !== undefined;

/** Where a case has no limit of its own. */
const BACK_WITHIN_MS = 12_000;

const isHeard = ({ heardPercent }: TrialFigures): boolean =>
  heardPercent !== undefined && lesser(heardPercent) >= LEAST_HEARD_PERCENT;

/** Median of what the runs gave, the worse of both sides in each. */
const concealed = (runs: readonly TrialFigures[]): number =>
  median(runs.map(({ concealedPercent }) => (concealedPercent ? worse(concealedPercent) : 100)));

/** How each gate looks at all runs of a case. */
const HOLDS: Readonly<Record<Gate, (runs: readonly TrialFigures[], backWithinMs: Milliseconds) => boolean>> =
  {
    joined: (runs) => runs.every(({ joinMs }) => joinMs !== undefined),
    media: (runs) =>
      runs.every(
        (run) =>
          run.firstFrameMs?.cabin !== undefined && run.firstFrameMs.physician !== undefined && isHeard(run),
      ),
    readings: (runs) =>
      runs.every(
        ({ readings }) =>
          readings !== undefined &&
          readings.sent > 0 &&
          readings.delivered === readings.sent &&
          !readings.shownTwice,
      ),
    prompt: (runs) =>
      median(runs.map(({ readings }) => readings?.slowestMs ?? Number.POSITIVE_INFINITY)) <
      SLOWEST_READING_MS,
    'heart-live': (runs) =>
      runs.every(({ listening }) => listening !== undefined) &&
      median(runs.map(({ listening }) => listening?.livePercent ?? 0)) >= LEAST_LIVE_PERCENT &&
      median(runs.map(({ listening }) => listening?.madeUpLivePercent ?? 100)) < MOST_MADE_UP_PERCENT,
    'heart-held': (runs) =>
      runs.every(({ listening }) => listening !== undefined) &&
      median(runs.map(({ listening }) => listening?.heldPercent ?? 0)) >= LEAST_HELD_PERCENT &&
      runs.every(({ listening }) => (listening?.madeUpLivePercent ?? 0) < MOST_MADE_UP_PERCENT),
    fall: (runs) =>
      runs.every(({ fall }) => fall !== undefined && [fall.cabin, fall.physician].every(isBorne)),
    wave: (runs) => median(runs.map(({ waveGapPercent }) => waveGapPercent ?? 100)) < MOST_WAVE_GAP_PERCENT,
    sound: (runs) => runs.every(isHeard) && concealed(runs) < MOST_CONCEALED_PERCENT,
    back: (runs, backWithinMs) => runs.every(({ backMs }) => backMs !== undefined && backMs <= backWithinMs),
    'went-on': (runs) =>
      runs.every(
        ({ connections, longestStillMs }) =>
          connections === 1 && longestStillMs !== undefined && longestStillMs < MOST_STILL_MS,
      ),
  };

/** The gates that do not hold. */
export const failedGates = (
  gates: readonly Gate[],
  runs: readonly TrialFigures[],
  backWithinMs: Milliseconds = BACK_WITHIN_MS,
): readonly Gate[] => gates.filter((gate) => !HOLDS[gate](runs, backWithinMs));
