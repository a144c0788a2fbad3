import { describe, expect, it } from 'vitest';
import { decide, holdUnder, LADDER_TIMES, type Ladder, startLadder } from './decide.ts';
import type { LineObservation } from './observation.ts';
import { compareRungs, RUNGS, type Rung } from './rungs.ts';
import { sendingOf } from './sending.ts';
import { lowerCeiling, sideCeiling } from './side-ceiling.ts';

const GOOD: LineObservation = {
  loss: 0,
  roundTripMs: 40,
  availableBps: 5_000_000,
  processorBound: false,
  dataWaiting: false,
  besideBps: 0,
  frozen: 0,
  concealed: 0,
  voiceLost: 0,
};
/** A second after the other on a good line, below what `most` says of each. */
const run = (from: Ladder, seconds: number, most: (second: number) => Rung | undefined) => {
  let ladder = from;
  const seen: Ladder[] = [];
  for (let second = 1; second <= seconds; second += 1) {
    ladder = holdUnder(decide(ladder, GOOD, second * 1_000), most(second), second * 1_000);
    seen.push(ladder);
  }
  return seen;
};

describe('what a line leaves for the calls of assistant and guest', () => {
  it('is never a picture while the consultation itself has none', () => {
    for (const rung of ['stills', 'audio'] as const)
      for (const reason of ['bandwidth', 'loss', 'delay', 'processor', 'forced']) {
        const most = sideCeiling({ rung, reason });
        expect(sendingOf(most ?? 'hd', 5_000_000).face).toBeUndefined();
      }
  });

  it('is always less than the consultation’s own picture, and a small one beside the smallest', () => {
    expect(RUNGS.map((rung) => sideCeiling({ rung, reason: 'bandwidth' }))).toEqual([
      '360p',
      '240p',
      '240p',
      'stills',
      'stills',
    ]);
  });

  it('is not cut because the cabin has no camera, and is anything while nothing is known', () => {
    expect(sideCeiling({ rung: 'audio' })).toBe('360p');
    expect(sideCeiling({ rung: 'none' })).toBeUndefined();
  });

  it('is the lower of what both ends’ lines leave', () => {
    expect(lowerCeiling('360p', 'stills')).toBe('stills');
    expect(lowerCeiling('240p', '360p')).toBe('240p');
    expect([lowerCeiling(undefined, '240p'), lowerCeiling('240p', undefined)]).toEqual(['240p', '240p']);
    expect(lowerCeiling(undefined, undefined)).toBeUndefined();
  });
});

describe('a ladder below a ceiling', () => {
  it('comes down at the next look, says why, and keeps sending sound', () => {
    const ladder = holdUnder(startLadder('360p', 0), 'stills', 1_000);
    expect(ladder).toMatchObject({ rung: 'stills', reason: 'shared', trial: undefined });
    expect(sendingOf(ladder.rung, undefined)).toMatchObject({ face: undefined, soundBitrate: 12_000 });
  });

  it('never sends more than that, however good its own line is', () => {
    for (const most of ['360p', '240p', 'stills'] as const)
      for (const { rung } of run(startLadder('360p', 0), 300, () => most))
        expect(compareRungs(rung, most)).toBeLessThanOrEqual(0);
  });

  it('climbs by itself once it is lifted, and not at once', () => {
    const seen = run(startLadder('360p', 0), 120, (second) => (second <= 60 ? 'stills' : '360p'));
    const first = seen.findIndex(({ rung }) => rung === '240p') + 1;
    expect(first).toBe(60 + LADDER_TIMES.upMs / 1_000);
    expect(seen.at(-1)?.rung).toBe('360p');
  });

  it('leaves a ladder alone that its own line holds lower', () => {
    const low: Ladder = { ...startLadder('240p', 0), reason: 'loss' };
    expect(holdUnder(low, '360p', 1_000)).toBe(low);
    expect(holdUnder(low, undefined, 1_000)).toBe(low);
  });
});
