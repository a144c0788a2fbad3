import { NOTED_SIGNS } from './kinds.ts';
import type { Reading } from './reading.ts';

/** The latest of each sign that a person took, in the order of the list. */
export const latestNoted = (readings: readonly Reading[]): Reading[] =>
  NOTED_SIGNS.flatMap((sign) => readings.findLast(({ measure }) => measure === sign) ?? []);
