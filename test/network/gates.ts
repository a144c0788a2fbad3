import { median, type TrialFigures, worse } from '#test/harness/call-trials/figures.ts';

/** What must hold for a case to pass; everything else is reported. */
export type Gate = 'joined' | 'media' | 'readings' | 'wave' | 'sound' | 'back' | 'went-on';

const MOST_CONCEALED_PERCENT = 3;
const MOST_WAVE_GAP_PERCENT = 1;
/** Frames come more often than this while a call is well. */
const MOST_STILL_MS = 2_000;

/** Median of what the runs gave, the worse of both sides in each. */
const concealed = (runs: readonly TrialFigures[]): number =>
  median(runs.map(({ concealedPercent }) => (concealedPercent ? worse(concealedPercent) : 100)));

/** How each gate looks at all runs of a case. */
const HOLDS: Readonly<Record<Gate, (runs: readonly TrialFigures[]) => boolean>> = {
  joined: (runs) => runs.every(({ joinMs }) => joinMs !== undefined),
  // A share of no sound at all is no number.
  media: (runs) =>
    runs.every(
      ({ firstFrameMs, concealedPercent }) =>
        firstFrameMs?.cabin !== undefined &&
        firstFrameMs.physician !== undefined &&
        concealedPercent !== undefined &&
        Number.isFinite(worse(concealedPercent)),
    ),
  readings: (runs) =>
    runs.every(
      ({ readings }) =>
        readings !== undefined &&
        readings.sent > 0 &&
        readings.delivered === readings.sent &&
        !readings.shownTwice,
    ),
  wave: (runs) => median(runs.map(({ waveGapPercent }) => waveGapPercent ?? 100)) < MOST_WAVE_GAP_PERCENT,
  sound: (runs) => concealed(runs) < MOST_CONCEALED_PERCENT,
  back: (runs) => runs.every(({ backMs }) => backMs !== undefined),
  'went-on': (runs) =>
    runs.every(
      ({ connections, longestStillMs }) =>
        connections === 1 && longestStillMs !== undefined && longestStillMs < MOST_STILL_MS,
    ),
};

/** The gates that do not hold. */
export const failedGates = (gates: readonly Gate[], runs: readonly TrialFigures[]): readonly Gate[] =>
  gates.filter((gate) => !HOLDS[gate](runs));
