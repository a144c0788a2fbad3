import type { Milliseconds } from '../../time.ts';
import { isBroken, type LineObservation } from './observation.ts';
import { pictureBudget, RUNG_SIZES, type Rung } from './rungs.ts';

/** So long a side looks, and reports, at every chance. A line that stays thin does not pay for it: reports go over it too. */
const HURRY_MS = 4_000;
/** Calm for this long, and the next trouble is news again. */
const FORGET_MS = 10_000;

/** How long a side has seen its line in trouble, either way; monotonic. */
export interface Alarm {
  readonly sinceMs: Milliseconds;
  readonly lastMs: Milliseconds;
}

/** What a side sees of its line at one moment: the broken sound that it hears, and the estimate for what it sends. */
export type Signs = Pick<LineObservation, 'concealed' | 'availableBps' | 'besideBps'>;

const isTroubled = (rung: Rung, { concealed, availableBps, besideBps }: Signs): boolean => {
  const { picture, soundBitrate, keep } = RUNG_SIZES[rung];
  return (
    isBroken({ concealed }) ||
    (picture !== undefined &&
      availableBps !== undefined &&
      pictureBudget(availableBps, soundBitrate + besideBps) < keep)
  );
};

/**
 * A line that falls in a call loses half of the reports that would tell of it, and each second costs a second of voice: at its first signs a
 * side hurries. Undefined: no alarm.
 */
export const watchAlarm = (
  before: Alarm | undefined,
  rung: Rung,
  signs: Signs,
  nowMs: Milliseconds,
): Alarm | undefined => {
  const kept = before !== undefined && nowMs - before.lastMs < FORGET_MS ? before : undefined;
  if (!isTroubled(rung, signs)) return kept;
  return { sinceMs: kept?.sinceMs ?? nowMs, lastMs: nowMs };
};

/** Whether the alarm is so young that every look counts. */
export const hurries = (alarm: Alarm | undefined, nowMs: Milliseconds): boolean =>
  alarm !== undefined && nowMs - alarm.sinceMs < HURRY_MS;
