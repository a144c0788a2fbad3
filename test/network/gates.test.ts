import { describe, expect, it } from 'vitest';
import { NOT_JOINED, type TrialFigures } from '#test/harness/call-trials/figures.ts';
import { failedGates, type Gate } from './gates.ts';

const GOOD: TrialFigures = {
  joinMs: 300,
  firstFrameMs: { cabin: 200, physician: 200 },
  concealedPercent: { cabin: 0.5, physician: 1 },
  heardPercent: { cabin: 99, physician: 98 },
  readings: { sent: 5, delivered: 5, slowestMs: 40, shownTwice: false },
  waveGapPercent: 0.2,
  listening: {
    livePercent: 95,
    spoiltPercent: 3,
    heldPercent: 0,
    madeUpPercent: 2,
    madeUpLivePercent: 1.5,
  },
  backMs: 1_000,
  longestStillMs: 100,
  connections: 1,
};
const ALL: readonly Gate[] = [
  'joined',
  'media',
  'readings',
  'prompt',
  'wave',
  'sound',
  'heart-live',
  'back',
  'went-on',
];
const heart = (change: Partial<TrialFigures['listening']>): Partial<TrialFigures> =>
  GOOD.listening ? { listening: { ...GOOD.listening, ...change } } : {};
const FALL = {
  concealedAtFirstPercent: 20,
  concealedPercent: 5,
  repeatedKilobytes: 4,
  blindSeconds: 10,
  blamedMs: 5_000,
  wholeMs: 30_000,
  rungs: '',
};
const LOUD = { ...GOOD, concealedPercent: { cabin: 0, physician: 9 } };

describe('gates', () => {
  it('all hold for a good call, and none for one that never joined', () => {
    expect(failedGates(ALL, [GOOD])).toEqual([]);
    expect(failedGates(ALL, [NOT_JOINED])).toEqual(ALL);
  });

  it.each<[Gate, Partial<TrialFigures>]>([
    ['readings', { readings: { sent: 5, delivered: 4, slowestMs: 40, shownTwice: false } }],
    ['readings', { readings: { sent: 5, delivered: 5, slowestMs: 40, shownTwice: true } }],
    ['readings', { readings: { sent: 0, delivered: 0, slowestMs: 0, shownTwice: false } }],
    ['prompt', { readings: { sent: 5, delivered: 5, slowestMs: 12_000, shownTwice: false } }],
    ['heart-live', heart({ livePercent: 40 })],
    ['heart-live', heart({ madeUpLivePercent: 6 })],
    ['media', { firstFrameMs: { cabin: 200, physician: undefined } }],
    ['wave', { waveGapPercent: 1.5 }],
    ['sound', { concealedPercent: { cabin: 3.5, physician: 0 } }],
    ['back', { backMs: undefined }],
    ['back', { backMs: 40_000 }],
    ['went-on', { longestStillMs: 2_500 }],
    ['went-on', { connections: 2 }],
  ])('%s fails by itself', (gate, change) => {
    expect(failedGates(ALL, [{ ...GOOD, ...change }])).toEqual([gate]);
  });

  it('hold the heart back where the line does not carry it, and never let much of it be made up and called live', () => {
    const held = { livePercent: 0, spoiltPercent: 0, heldPercent: 100, madeUpPercent: undefined };
    const gate = (change: Partial<TrialFigures['listening']>) =>
      failedGates(['heart-held'], [{ ...GOOD, ...heart({ ...held, ...change }) }]);
    expect(gate({ madeUpLivePercent: undefined })).toEqual([]);
    expect(gate({ heldPercent: 60 })).toEqual(['heart-held']);
    expect(gate({ madeUpLivePercent: 20 })).toEqual(['heart-held']);
    expect(failedGates(['heart-held'], [GOOD])).toEqual(['heart-held']);
  });

  it.each([
    ['died', 12],
    ['never came', Number.NaN],
  ])('hold neither sound nor media where a voice %s, however little of it was made up', (_, physician) => {
    const mute = { ...GOOD, heardPercent: { cabin: 99, physician } };
    expect(failedGates(ALL, [mute])).toEqual(['media', 'sound']);
  });

  it.each([
    ['sound', { concealedPercent: 14 }],
    ['a picture that is given up', { repeatedKilobytes: 120 }],
    ['sight', { blindSeconds: 42 }],
    ['a line blamed for what is over', { blamedMs: 86_000 }],
    ['a picture that is not whole again', { wholeMs: undefined }],
  ])('hold a fall to %s', (_, change) => {
    const of = (physician: typeof FALL) =>
      failedGates(['fall'], [{ ...GOOD, fall: { cabin: FALL, physician } }]);
    expect(of(FALL)).toEqual([]);
    expect(of({ ...FALL, ...change } as typeof FALL)).toEqual(['fall']);
    expect(failedGates(['fall'], [GOOD])).toEqual(['fall']);
  });

  it('give a long outage the time that its case allows', () => {
    const slow = { ...GOOD, backMs: 15_000 };
    expect(failedGates(ALL, [slow])).toEqual(['back']);
    expect(failedGates(ALL, [slow], 20_000)).toEqual([]);
  });

  it('hold sound to its median over the runs, and every run to its readings', () => {
    expect(failedGates(ALL, [LOUD, GOOD, GOOD])).toEqual([]);
    expect(failedGates(ALL, [LOUD, LOUD, GOOD])).toEqual(['sound']);
    expect(failedGates(ALL, [NOT_JOINED, GOOD, GOOD])).toContain('readings');
  });
});
