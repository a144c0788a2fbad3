import * as z from 'zod';
import type { Milliseconds } from '../time.ts';
import { type Rung, rungFor } from './ladder/rungs.ts';

/** Where the gateway takes and gives bytes without meaning. `GET ?bytes=`, `POST`. */
export const LINE_TEST_PATH = '/line-test';

/**
 * The test before a call: growing blocks, until one takes long enough to tell the rate. The first fits into what a thin line keeps waiting
 * (500 ms at 100 kbit/s are 6 kB): of a larger one part is dropped, and TCP then waits for seconds. It goes twice, should one of its
 * packets be lost. A line of 100 kbit/s is done after those two, a fast one after 720 000 bytes in all, both ways together.
 */
export const LINE_TEST = {
  blocks: [4_000, 4_000, 8_000, 16_000, 64_000, 264_000],
  largestBytes: 264_000,
  /** A block that took less than this beyond the round trip tells nothing: the round trip itself varies by as much. */
  tellingMs: 150,
  /** A block that took this long beyond the round trip has told the rate. */
  enoughMs: 300,
  /** One way of the test is given up after this; what came until then tells the rate. */
  longestMs: 4_000,
  roundTrips: 3,
} as const;

const bitsPerSecond = z.number().min(0).max(1e12);

/** What the line to the gateway bears. The other person of the call may have a worse one: the ladder finds that out in the call. */
export const lineMeasureSchema = z.strictObject({
  roundTripMs: z.number().min(0).max(600_000),
  downBps: bitsPerSecond,
  upBps: bitsPerSecond,
});
export type LineMeasure = z.infer<typeof lineMeasureSchema>;

/** The same line from its other end. */
export const fromOtherEnd = ({ roundTripMs, downBps, upBps }: LineMeasure): LineMeasure => ({
  roundTripMs,
  downBps: upBps,
  upBps: downBps,
});

/**
 * What a call over both lines bears, seen from the near end: a measure of the near line beside one of the far line, each seen from its own
 * end. Neither may be counted for the other: one of both may have been taken over the whole way.
 */
export const overBoth = (near: LineMeasure, far: LineMeasure): LineMeasure => ({
  roundTripMs: Math.max(near.roundTripMs, far.roundTripMs),
  downBps: Math.min(near.downBps, far.upBps),
  upBps: Math.min(near.upBps, far.downBps),
});

/** The rate of one block, in bit/s: the round trip is no part of its way. */
export const blockRate = (bytes: number, tookMs: Milliseconds, roundTripMs: Milliseconds): number =>
  (bytes * 8_000) / Math.max(tookMs - roundTripMs, 1);

/** Beyond this, talking is a matter of waiting for one another: no full picture is promised, however wide the line. Milliseconds. */
const FAR_MS = 500;

/** The rung that what goes out over this line may come to: what people are told of it before the call. */
export const rungOfLine = ({ upBps, roundTripMs }: LineMeasure): Rung => {
  const rung = rungFor(upBps, 'enter');
  return rung === 'hd' && roundTripMs > FAR_MS ? '360p' : rung;
};

/**
 * The rung to begin with, `360p` at most: a browser believes in 300 kbit/s at first, and drops the first frames of a larger picture. A
 * line that bears more gets it 4 s later.
 */
export const startingRung = (line: LineMeasure): Rung => {
  const rung = rungOfLine(line);
  return rung === 'hd' ? '360p' : rung;
};

/** What a browser's estimate begins with unless it is told, in bit/s. */
const BELIEVED_BPS = 300_000;
/** More is of no use to the first frames of 360 lines, and the estimate finds out the rest by itself. Bit/s. */
const MOST_AT_START_BPS = 800_000;

/**
 * What the estimate of what goes out over this line is to begin with, in bit/s: half of what was measured, since a call is two-way and the
 * measure a moment old. Undefined where that is no more than a browser believes by itself.
 */
export const startingBitrate = ({ upBps }: LineMeasure): number | undefined => {
  const half = upBps / 2;
  return half > BELIEVED_BPS ? Math.min(half, MOST_AT_START_BPS) : undefined;
};

/**
 * The gateway's address if testing it tells something of a line: the cabin holds the gateway itself, so only a way that leads out of
 * this machine and back does, which then counts the thinner direction twice. Undefined otherwise.
 */
export const measurableGateway = (publicUrl: string | undefined): string | undefined =>
  publicUrl === undefined || /^https?:\/\/(?:localhost|127\.)/.test(publicUrl) ? undefined : publicUrl;
