import { describe, expect, it } from 'vitest';
import { decide, force, LADDER_TIMES, type Ladder, type LadderReason, startLadder } from './decide.ts';
import type { LineObservation } from './observation.ts';
import type { Rung } from './rungs.ts';

const CLEAN: LineObservation = {
  loss: 0,
  roundTripMs: 50,
  availableBps: 2_500_000,
  frozen: 0,
  concealed: 0,
  voiceLost: 0,
  processorBound: false,
  dataWaiting: false,
  besideBps: 0,
};
const seen = (change: Partial<LineObservation>): LineObservation => ({ ...CLEAN, ...change });

/** Looks once a second for so many seconds, and tells the ladder after each. */
const play = (ladder: Ladder, line: LineObservation, seconds: number): readonly Ladder[] => {
  const all: Ladder[] = [];
  let current = ladder;
  for (let second = 1; second <= seconds; second += 1) {
    current = decide(current, line, ladder.seenMs + second * 1_000);
    all.push(current);
  }
  return all;
};
const later = (ladder: Ladder, line: LineObservation, seconds: number): Ladder =>
  play(ladder, line, seconds).at(-1) ?? ladder;
/** Seconds until the rung is left. */
const secondsUntilLeft = (ladder: Ladder, line: LineObservation, most: number): number =>
  play(ladder, line, most).findIndex(({ rung }) => rung !== ladder.rung) + 1;
const settled = (rung: Rung): Ladder => ({ ...startLadder(rung, 0), fresh: false, trial: undefined });

describe('the ladder, going down', () => {
  const overloads: readonly [string, Partial<LineObservation>, LadderReason][] = [
    ['bandwidth', { availableBps: 400_000 }, 'bandwidth'],
    ['loss', { loss: 0.12 }, 'loss'],
    ['invented sound', { concealed: 0.1, voiceLost: 0.05 }, 'loss'],
    ['freezes', { frozen: 0.4 }, 'freezes'],
    ['the processor', { processorBound: true }, 'processor'],
    ['waiting readings', { dataWaiting: true }, 'bandwidth'],
  ];
  it.each(overloads)('leaves for %s within 2 to 5 seconds, and says why', (_, change, reason) => {
    const start = later(settled('hd'), CLEAN, 10);
    const left = secondsUntilLeft(start, seen(change), 10);
    expect(left).toBeGreaterThanOrEqual(2);
    expect(left).toBeLessThanOrEqual(5);
    expect(later(start, seen(change), left)).toMatchObject({ rung: '360p', reason });
  });

  it('leaves for a queue, and knows a satellite without one from it', () => {
    const satellite = later(settled('360p'), seen({ roundTripMs: 620, availableBps: 450_000 }), 10);
    expect(secondsUntilLeft(satellite, seen({ roundTripMs: 680, availableBps: 450_000 }), 15)).toBe(0);
    expect(later(satellite, seen({ roundTripMs: 1_150, availableBps: 450_000 }), 5)).toMatchObject({
      rung: '240p',
      reason: 'delay',
    });
  });

  it('does not move for what passes', () => {
    const start = later(settled('hd'), CLEAN, 10);
    const burst = later(start, seen({ loss: 0.3, frozen: 0.5 }), 2);
    expect(later(burst, CLEAN, 3)).toMatchObject({ rung: 'hd', reason: undefined });
  });

  it('goes at once to the rung that the line bears', () => {
    const start = later(settled('hd'), CLEAN, 10);
    const drop = seen({ availableBps: 100_000 });
    expect(secondsUntilLeft(start, drop, 10)).toBeLessThanOrEqual(3);
    expect(later(start, drop, 3).rung).toBe('240p');
    expect(later(start, seen({ availableBps: 40_000 }), 3).rung).toBe('stills');
    expect(later(start, seen({ availableBps: 15_000 }), 3).rung).toBe('audio');
    expect(later(start, seen({ loss: 0.4 }), 3).rung).toBe('stills');
  });

  it('keeps some picture when only the processor is short', () => {
    expect(later(settled('hd'), seen({ processorBound: true }), 15).rung).toBe('240p');
  });
});

describe('the ladder, going up', () => {
  it('climbs one rung after 15 to 20 s of calm', () => {
    const start = later(settled('hd'), seen({ availableBps: 100_000 }), 5);
    expect(start.rung).toBe('240p');
    const first = secondsUntilLeft(start, CLEAN, 40);
    expect(first).toBeGreaterThanOrEqual(15);
    expect(first).toBeLessThanOrEqual(20);
    expect(later(start, CLEAN, first)).toMatchObject({ rung: '360p', reason: 'starting' });
    expect(later(start, CLEAN, 2 * first + 1)).toMatchObject({ rung: 'hd', reason: undefined });
  });

  it('starts a good line at full picture within seconds', () => {
    const start = startLadder('360p', 0);
    expect(start.reason).toBe('starting');
    expect(later(start, CLEAN, 5)).toMatchObject({ rung: 'hd', reason: undefined });
  });

  it('says bandwidth when the start has shown that the line bears no more', () => {
    expect(later(startLadder('360p', 0), seen({ availableBps: 330_000 }), 10)).toMatchObject({
      rung: '360p',
      reason: 'bandwidth',
    });
  });

  it('waits twice as long after each step up that failed', () => {
    // A line that loses packets with any moving picture, and whose estimate is not told.
    let ladder = later(settled('240p'), seen({ availableBps: undefined, loss: 0.15 }), 6);
    expect(ladder.rung).toBe('stills');
    const waits: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const wait = secondsUntilLeft(ladder, seen({ availableBps: undefined }), 600);
      waits.push(wait);
      ladder = later(ladder, seen({ availableBps: undefined }), wait);
      expect(ladder.rung).toBe('240p');
      ladder = later(ladder, seen({ availableBps: undefined, loss: 0.15 }), 6);
      expect(ladder.rung).toBe('stills');
    }
    waits.reduce((before, wait) => {
      expect(wait).toBeGreaterThanOrEqual(Math.min(1.8 * before, LADDER_TIMES.longestUpMs / 1_000 - 5));
      return wait;
    });
  });

  it('asks an estimate that says no again, more rarely', () => {
    const start = later(settled('360p'), seen({ availableBps: 100_000 }), 5);
    expect(start.rung).toBe('240p');
    const line = seen({ availableBps: 110_000 });
    expect(secondsUntilLeft(start, line, 60)).toBeGreaterThan(30);
    // The estimate follows what is sent, and is believed after some seconds.
    const tried = later(start, line, 40);
    expect(tried.rung).toBe('360p');
    expect(later(tried, line, 15).rung).toBe('240p');
    expect(later(tried, seen({ availableBps: 330_000 }), 15).rung).toBe('360p');
  });
});

describe('a forced rung', () => {
  const good = later(settled('hd'), CLEAN, 10);

  it('holds below what the line bears', () => {
    const forced = force(good, 'audio', good.seenMs);
    expect(later(forced, CLEAN, 120)).toMatchObject({ rung: 'audio', reason: 'forced', strained: false });
  });

  it('holds above what the line bears while the sound is good, and says that it is strained', () => {
    const poor = seen({ availableBps: 60_000 });
    const low = later(good, poor, 4);
    const forced = later(force(low, '360p', low.seenMs), poor, 30);
    expect(forced).toMatchObject({ rung: '360p', reason: 'forced', strained: true, forced: '360p' });
  });

  it('is given up when the sound breaks, and says so', () => {
    const poor = seen({ availableBps: 45_000, concealed: 0.15, voiceLost: 0.06 });
    const forced = force(good, 'hd', good.seenMs);
    const line = play(forced, poor, 12);
    const held = line.findIndex((ladder) => ladder.forced === undefined);
    expect(held).toBeGreaterThanOrEqual(4);
    expect(held).toBeLessThanOrEqual(6);
    expect(line[held]).toMatchObject({ released: 'hd', reason: 'loss', rung: 'stills' });
  });

  it('let go, tries one rung more at once and decides alone from there', () => {
    const forced = later(force(good, 'audio', good.seenMs), CLEAN, 5);
    const free = force(forced, undefined, forced.seenMs);
    expect(free).toMatchObject({ rung: 'stills', reason: 'starting', forced: undefined });
    expect(later(free, CLEAN, 60).rung).toBe('hd');
  });
});
