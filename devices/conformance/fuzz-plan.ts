import type { DriverId } from '#core/contract/devices.ts';
import type { FuzzResult } from './fuzz.ts';

/** One driver, so many frames, from one seed: a false value is found again with the same three. */
export interface FuzzJob {
  readonly driver: DriverId;
  readonly frames: number;
  readonly seed: number;
}

/** Small enough to be heard of often, large enough that the recording of the corpus does not count. */
const FRAMES_OF_A_JOB = 50_000;

/** Shares out `frames` among the drivers, in jobs that each have a seed of their own. */
export const planFuzz = (drivers: readonly DriverId[], frames: number, seed: number): FuzzJob[] => {
  const share = Math.ceil(frames / drivers.length);
  const jobs = drivers.map((driver) =>
    Array.from({ length: Math.ceil(share / FRAMES_OF_A_JOB) }, (_, part) => ({
      driver,
      frames: Math.min(FRAMES_OF_A_JOB, share - part * FRAMES_OF_A_JOB),
      // Two apart: a run draws from its seed and the next one.
      seed: seed + 2 * part,
    })),
  );
  return jobs.flat();
};

/** What was found over several runs of one driver, or of all. */
export interface FuzzTotal {
  readonly frames: number;
  readonly falseValues: readonly string[];
  readonly collisions: number;
  readonly slowestThousandMs: number;
}

export const NOTHING_FUZZED: FuzzTotal = { frames: 0, falseValues: [], collisions: 0, slowestThousandMs: 0 };

/** The sum of two. */
export const addFuzz = (total: FuzzTotal, more: Omit<FuzzResult, 'driver'>): FuzzTotal => ({
  frames: total.frames + more.frames,
  falseValues: [...total.falseValues, ...more.falseValues],
  collisions: total.collisions + more.collisions,
  slowestThousandMs: Math.max(total.slowestThousandMs, more.slowestThousandMs),
});
