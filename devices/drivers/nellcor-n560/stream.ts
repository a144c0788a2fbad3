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
/** Live, two lines (4 s) have to agree, three after a jump that no averaging makes. */
const LIVE: StabilityRules<Values> = { ...ALONE, window: 2, jumpWindow: 3 };

/** A Nellcor oximeter whose serial port prints: one line every two seconds by itself, without pulse wave; nothing is ever said to it. */
export const stream: OximeterStream = {
  manifest,
  framesPerSecond: 0.5,
  rules: ALONE,
  liveRules: LIVE,
  // Two lines damaged alike turn up once in a million fuzzed ones; three never did.
  unprotectedBelow: 3,
  // One line is two seconds: a value is not held over as much damage.
  toleratedBadFrames: 0,
  createReader,
};
