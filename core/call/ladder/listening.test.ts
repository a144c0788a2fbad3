import { describe, expect, it } from 'vitest';
import {
  besideOf,
  LISTENING_BITRATE,
  type Listening,
  type ListeningFacts,
  lookListening,
  resumeListening,
  startListening,
  waitListening,
} from './listening.ts';
import type { LineObservation } from './observation.ts';

const CLEAN: LineObservation = {
  loss: 0,
  roundTripMs: 100,
  availableBps: 2_000_000,
  frozen: 0,
  concealed: 0,
  voiceLost: 0,
  processorBound: false,
  dataWaiting: false,
  besideBps: LISTENING_BITRATE,
};
const line = (
  change: Partial<LineObservation> = {},
  facts: Partial<ListeningFacts> = {},
): ListeningFacts => ({
  seen: { ...CLEAN, ...change },
  spoilt: 0,
  rung: '360p',
  thin: false,
  wide: false,
  baseMs: 100,
  ...facts,
});
/** 100 kbit/s: what its estimate says while a small picture goes, and what becomes of sound that is sent all the same. */
const EDGE = line(
  { availableBps: 85_000, concealed: 0.1, voiceLost: 0.03 },
  { rung: '240p', thin: true, spoilt: 0.15 },
);
const GOOD = line();
/** Firefox, or nothing else on the line: the estimate says nothing. */
const UNKNOWN = line({ availableBps: undefined });

/** One look a second; what it was at each. */
const play = (before: Listening, facts: ListeningFacts, seconds: number, wanted = true): Listening[] => {
  const looks: Listening[] = [];
  let listening = before;
  const fromMs = Math.max(before.sinceMs, before.roomSinceMs, lastMs);
  for (let second = 1; second <= seconds; second += 1) {
    lastMs = fromMs + second * 1_000;
    listening = lookListening(listening, wanted, facts, lastMs);
    looks.push(listening);
  }
  return looks;
};
let lastMs = 0;
const begin = (): Listening => {
  lastMs = 10_000;
  return startListening(0);
};
const later = (before: Listening, facts: ListeningFacts, seconds: number, wanted = true): Listening =>
  play(before, facts, seconds, wanted).at(-1) ?? before;
const secondsUntil = (before: Listening, facts: ListeningFacts, held: boolean, most = 600): number =>
  play(before, facts, most).findIndex((one) => one.held === held) + 1;
const changes = (looks: readonly Listening[]): number =>
  looks.filter((one, index) => index > 0 && looks[index - 1]?.held !== one.held).length;

describe('the live sound of the stethoscope', () => {
  it('goes at once where there is room, and is in the budget while it goes', () => {
    const listening = later(begin(), GOOD, 1);
    expect(listening.held).toBe(false);
    expect(besideOf(listening, 0, lastMs)).toBe(LISTENING_BITRATE);
    expect(besideOf(later(listening, GOOD, 1, false), 0, lastMs)).toBe(0);
  });

  it('waits in a new connection until its estimate has seen the line', () => {
    const fresh = startListening(10_000);
    lastMs = 10_000;
    expect(secondsUntil(fresh, GOOD, false)).toBe(4);
    const waiting = waitListening(fresh, 60_000);
    lastMs = 60_000;
    expect(secondsUntil(waiting, GOOD, false)).toBe(4);
  });

  it('is counted at what it takes once that is known', () => {
    const going = later(begin(), GOOD, 20);
    expect(besideOf(going, 60_000, lastMs)).toBe(60_000);
    expect(besideOf(going, 150_000, lastMs)).toBe(LISTENING_BITRATE);
  });

  it('goes on while it arrives whole, however low the estimate falls', () => {
    const going = later(begin(), GOOD, 30);
    expect(later(going, line({ availableBps: 90_000 }, { rung: 'audio' }), 60).held).toBe(false);
  });

  it('sends not one packet over a line that has no room for it', () => {
    const looks = play(begin(), EDGE, 300);
    expect(looks.every(({ held }) => held)).toBe(true);
    expect(looks.every((one) => besideOf(one, 60_000, lastMs) === 0)).toBe(true);
  });

  it('is tried where the line was measured wide, whatever the estimate has fallen to', () => {
    const fallen = line({ availableBps: 100_000 }, { wide: true });
    expect(later(begin(), fallen, 1)).toMatchObject({ held: false, tried: true });
    expect(later(begin(), line({ availableBps: 100_000 }), 1).held).toBe(true);
  });

  it('goes over 3G and satellite, whose picture gives way', () => {
    for (const availableBps of [330_000, 440_000]) {
      const facts = line({ availableBps });
      expect(play(begin(), facts, 60).some(({ held }) => held)).toBe(false);
    }
  });

  it('is not sent on the word of an estimate that no large picture has tried', () => {
    const risen = line({ availableBps: 190_000 }, { rung: '240p', thin: true });
    expect(play(begin(), risen, 120).every(({ held }) => held)).toBe(true);
    // At its start a browser believes in 300 kbit/s over any line.
    const start = line({ availableBps: 300_000 }, { rung: 'stills', thin: true });
    begin();
    expect(play(startListening(lastMs), start, 5).every(({ held }) => held)).toBe(true);
    expect(later(begin(), start, 10).held).toBe(false);
  });

  it('goes again at the next point of a line that has carried it, however small the picture beside it has become', () => {
    const beside = line({ availableBps: 240_000 }, { rung: '240p', thin: true });
    const carried = later(later(begin(), GOOD, 1), beside, 30);
    const moving = later(carried, beside, 5, false);
    expect(later(moving, beside, 1).held).toBe(false);
  });

  it('is held back within seconds of a line that became too thin, and comes back by itself', () => {
    const going = later(begin(), GOOD, 60);
    expect(secondsUntil(going, EDGE, true)).toBeLessThanOrEqual(4);
    const held = later(going, EDGE, 30);
    expect(held.held).toBe(true);
    const back = secondsUntil(held, GOOD, false);
    expect(back).toBeGreaterThanOrEqual(16);
    expect(back).toBeLessThanOrEqual(18);
  });

  it.each([
    ['waiting readings', line({ dataWaiting: true })],
    ['a line that loses it', line({ loss: 0.5 })],
    ['a decoder that makes up half of what the line brings', line({ voiceLost: 0.1 }, { spoilt: 0.5 })],
  ])('is held back at once because of %s', (_, facts) => {
    expect(secondsUntil(later(begin(), GOOD, 60), facts, true)).toBeLessThanOrEqual(3);
  });

  it.each([
    ['loss with no picture left to give up', line({ loss: 0.12 }, { rung: 'audio' })],
    ['a voice that breaks', line({ concealed: 0.1, voiceLost: 0.05 }, { rung: 'stills' })],
    ['its own sound made up by the decoder', line({ roundTripMs: 250 }, { rung: 'audio', spoilt: 0.12 })],
    ['a queue', line({ roundTripMs: 800 }, { rung: 'audio' })],
  ])('is held back within seconds of %s', (_, facts) => {
    expect(secondsUntil(later(begin(), GOOD, 60), facts, true)).toBeLessThanOrEqual(7);
  });

  it('lets the picture give way first where the sound breaks', () => {
    const going = later(begin(), GOOD, 60);
    const breaks = line({ concealed: 0.1, voiceLost: 0.05 });
    expect(later(going, breaks, 9).held).toBe(false);
    expect(secondsUntil(going, breaks, true)).toBe(11);
  });

  it('is not held back for what a busy machine makes up, and goes at once beside it', () => {
    const busy = line({ concealed: 0.3 }, { spoilt: 0.6, wide: true });
    const going = later(begin(), GOOD, 60);
    expect(play(going, busy, 120).some(({ held }) => held)).toBe(false);
    expect(later(begin(), busy, 1).held).toBe(false);
  });

  it('bears one bad second', () => {
    const going = later(begin(), GOOD, 60);
    const bad = later(going, EDGE, 1);
    expect(later(bad, GOOD, 10).held).toBe(false);
  });

  it('does not go to and fro where the estimate swings about the limit', () => {
    let listening = begin();
    const looks: Listening[] = [];
    for (let second = 0; second < 600; second += 1) {
      const isWide = second % 8 < 4;
      const facts = line(
        isWide ? { availableBps: 190_000 } : { availableBps: 100_000, concealed: 0.1, voiceLost: 0.05 },
      );
      looks.push(...play(listening, facts, 1));
      listening = looks.at(-1) ?? listening;
    }
    expect(changes(looks)).toBeLessThanOrEqual(6);
  });

  it('is tried where nobody knows the line, and ever more rarely where that fails', () => {
    const broken = line({ availableBps: undefined, loss: 0.3 });
    let listening = later(begin(), UNKNOWN, 1);
    expect(listening).toMatchObject({ held: false, tried: true });
    const waits = Array.from({ length: 6 }, () => {
      const held = later(listening, broken, 3);
      expect(held.held).toBe(true);
      const looks = play(held, UNKNOWN, 300);
      const wait = looks.findIndex((one) => !one.held) + 1;
      listening = looks[wait - 1] ?? held;
      lastMs = listening.sinceMs;
      return wait;
    });
    expect(waits).toEqual([16, 32, 64, 128, 256, 256]);
  });

  it('is not tried on a line known to be thin', () => {
    const thin = line({ availableBps: undefined }, { rung: 'audio', thin: true });
    expect(play(begin(), thin, 300).every(({ held }) => held)).toBe(true);
  });

  it('keeps from one point to the next what it learnt', () => {
    const held = later(later(begin(), GOOD, 60), EDGE, 10);
    const moving = later(held, EDGE, 5, false);
    expect(besideOf(moving, 60_000, lastMs)).toBe(0);
    expect(later(moving, EDGE, 1).held).toBe(true);
    // Room counts while the instrument is on its way, too.
    expect(later(later(moving, GOOD, 20, false), GOOD, 1).held).toBe(false);
  });

  it('goes on after a reconnection as it was, and believes no estimate before it has settled', () => {
    const going = resumeListening(later(begin(), GOOD, 60), lastMs);
    expect(later(going, line({ availableBps: 60_000, concealed: 0.1 }), 6).held).toBe(false);
    const held = resumeListening(later(begin(), EDGE, 30), lastMs);
    expect(later(held, GOOD, 3).held).toBe(true);
  });
});
