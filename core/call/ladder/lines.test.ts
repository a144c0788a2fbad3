import { describe, expect, it } from 'vitest';
import { decide, type Ladder, startLadder } from './decide.ts';
import type { LineObservation } from './observation.ts';
import { pictureBitrate, RUNG_SIZES, type Rung } from './rungs.ts';

/** A line as a sender's statistics show it; rates and delays of the measured profiles. */
interface Line {
  readonly upBps: number;
  readonly roundTripMs: number;
  readonly jitterMs: number;
  readonly loss: number;
}
const LINES = {
  lan: { upBps: 50_000_000, roundTripMs: 1, jitterMs: 0, loss: 0 },
  adsl: { upBps: 1_000_000, roundTripMs: 50, jitterMs: 5, loss: 0 },
  '4g': { upBps: 1_500_000, roundTripMs: 80, jitterMs: 30, loss: 0.005 },
  '3g': { upBps: 384_000, roundTripMs: 200, jitterMs: 60, loss: 0.01 },
  satellite: { upBps: 512_000, roundTripMs: 600, jitterMs: 20, loss: 0.01 },
  edge: { upBps: 100_000, roundTripMs: 500, jitterMs: 160, loss: 0.02 },
  'two bars of edge': { upBps: 45_000, roundTripMs: 700, jitterMs: 200, loss: 0.04 },
} as const satisfies Record<string, Line>;

/** Sound with its packets' headers, and a pleth, in bit/s. */
const SOUND_AND_DATA_BPS = 34_000;

/** The same numbers at every run: a small linear congruential generator. */
const createNoise = (seed: number) => {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
};

/**
 * Plays a call: the browser's estimate begins at 300 kbit/s, falls at once to what the line bears, rises 8 % a second, and never shows
 * more than twice what may be sent; what is sent over the line's rate stands in its queue. `told` false: a browser without estimate,
 * which sends at its cap.
 */
const playCall = (line: Line, start: Rung, seconds: number, told = true): readonly Ladder[] => {
  const noise = createNoise(7);
  let ladder = startLadder(start, 0);
  let estimate = 300_000;
  let queueBits = 0;
  const losses: number[] = [];
  const freezes: number[] = [];
  return Array.from({ length: seconds }, (_, second) => {
    const bears = Math.max(line.upBps * 0.92 - SOUND_AND_DATA_BPS / 2, 8_000);
    const cap = pictureBitrate(ladder.rung, told ? estimate : undefined) ?? 0;
    const ceiling = 2 * (cap + RUNG_SIZES[ladder.rung].soundBitrate);
    estimate = Math.max(Math.min(estimate * 1.08, bears, Math.max(ceiling, 60_000)), 5_000);
    const picture = Math.min(cap, told ? Math.max(0, estimate - 20_000) : Number.POSITIVE_INFINITY);
    const sent = picture * 1.08 + (picture > 0 ? SOUND_AND_DATA_BPS : SOUND_AND_DATA_BPS - 8_000);
    const over = Math.max(0, queueBits + sent - line.upBps);
    const longest = line.upBps;
    const dropped = Math.max(0, over - longest) / Math.max(sent, 1);
    queueBits = Math.min(over, longest);
    losses.push(Math.min(1, line.loss * 2 * noise() + dropped));
    freezes.push(noise() < 0.1 ? 0.3 : 0);
    const average = (all: readonly number[]): number => all.slice(-4).reduce((sum, one) => sum + one, 0) / 4;
    const queueMs = (queueBits / line.upBps) * 1_000;
    const seen: LineObservation = {
      loss: average(losses),
      roundTripMs: line.roundTripMs + line.jitterMs * noise() + queueMs,
      availableBps: told ? estimate : undefined,
      frozen: average(freezes),
      concealed: Math.min(1, line.loss * noise() + dropped),
      voiceLost: Math.min(1, line.loss + dropped),
      processorBound: false,
      dataWaiting: false,
      besideBps: 0,
    };
    ladder = decide(ladder, seen, (second + 1) * 1_000);
    return ladder;
  });
};

const share = (all: readonly Ladder[], rung: Rung): number =>
  all.filter((ladder) => ladder.rung === rung).length / all.length;
const steps = (all: readonly Ladder[]): number =>
  all.filter((ladder, index) => index > 0 && all[index - 1]?.rung !== ladder.rung).length;

describe('the measured lines', () => {
  const cases: readonly [keyof typeof LINES, Rung, Rung][] = [
    ['lan', '360p', 'hd'],
    ['adsl', '360p', 'hd'],
    ['4g', '360p', 'hd'],
    ['3g', '360p', '360p'],
    ['satellite', '360p', '360p'],
    ['edge', '240p', '240p'],
    ['edge', '360p', '240p'],
    ['two bars of edge', '240p', 'stills'],
  ];
  it.each(cases)('%s, begun at %s, lives on %s, without restlessness', (name, start, expected) => {
    const call = playCall(LINES[name], start, 300);
    expect(share(call.slice(20), expected)).toBeGreaterThan(0.8);
    expect(steps(call.slice(60))).toBeLessThanOrEqual(6);
  });

  it.each([
    ['lan', 'hd'],
    ['3g', '360p'],
    ['edge', '240p'],
  ] as const)('%s without an estimate, as in Firefox, lives on %s', (name, expected) => {
    const call = playCall(LINES[name], '360p', 600, false);
    expect(share(call.slice(60), expected)).toBeGreaterThan(0.6);
    expect(steps(call.slice(60))).toBeLessThanOrEqual(14);
  });
});
