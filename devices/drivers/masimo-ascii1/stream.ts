import type { Values } from '#core/vitals/kinds.ts';
import { type OximeterStream, plausibleOximetryChange, sameOximetry } from '../../kit/oximetry/stream.ts';
import type { StabilityRules } from '../../kit/stability.ts';
import { manifest } from './manifest.ts';
import { createReader } from './reader.ts';

/** In a recording, every line that differs is a line of its own; its flag says whether enough equal ones stand behind it. */
const ALONE: StabilityRules<Values> = {
  window: 1,
  jumpWindow: 1,
  same: sameOximetry,
  plausibleChange: plausibleOximetryChange,
};

const withoutIndex = ({ spo2, 'pulse-rate': pulseRate }: Values): Values => ({
  ...(spo2 && { spo2 }),
  ...(pulseRate && { 'pulse-rate': pulseRate }),
});

const indexOf = (values: Values): number | undefined => values['perfusion-index']?.value;

/**
 * Live, two lines (2 s) have to agree on saturation and pulse, three after a jump that no averaging makes. The perfusion index moves
 * from line to line and need not agree: it is told only when two lines in a row said it.
 */
export const LIVE: StabilityRules<Values> = {
  window: 2,
  jumpWindow: 3,
  same: (first, second) => sameOximetry(withoutIndex(first), withoutIndex(second)),
  plausibleChange: plausibleOximetryChange,
  settle: (told, previous, next, frames) => {
    if (indexOf(previous) !== undefined && indexOf(previous) === indexOf(next)) return next;
    // What only the first line of the run said is not agreed on.
    return frames === 1 ? withoutIndex(told) : told;
  },
};

/** A Masimo oximeter in ASCII 1: one line a second by itself, without pulse wave; nothing is ever said to it. */
export const stream: OximeterStream = {
  manifest,
  framesPerSecond: 1,
  rules: ALONE,
  liveRules: LIVE,
  // Two lines damaged alike turn up once in a million fuzzed ones; three never did.
  unprotectedBelow: 3,
  // One line is a second: a value is not held over a second of damage.
  toleratedBadFrames: 0,
  createReader,
};
