import { describe, expect, it } from 'vitest';
import { NOT_JOINED, type TrialFigures } from '#test/harness/call-trials/figures.ts';
import { failedGates, type Gate } from './gates.ts';

const GOOD: TrialFigures = {
  joinMs: 300,
  firstFrameMs: { cabin: 200, physician: 200 },
  concealedPercent: { cabin: 0.5, physician: 1 },
  readings: { sent: 5, delivered: 5, slowestMs: 40, shownTwice: false },
  waveGapPercent: 0.2,
  backMs: 1_000,
  longestStillMs: 100,
  connections: 1,
};
const ALL: readonly Gate[] = ['joined', 'media', 'readings', 'wave', 'sound', 'back', 'went-on'];
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
    ['media', { firstFrameMs: { cabin: 200, physician: undefined } }],
    ['wave', { waveGapPercent: 1.5 }],
    ['sound', { concealedPercent: { cabin: 3.5, physician: 0 } }],
    ['back', { backMs: undefined }],
    ['went-on', { longestStillMs: 2_500 }],
    ['went-on', { connections: 2 }],
  ])('%s fails by itself', (gate, change) => {
    expect(failedGates(ALL, [{ ...GOOD, ...change }])).toEqual([gate]);
  });

  it('hold neither sound nor media where no sample of sound came', () => {
    const mute = { ...GOOD, concealedPercent: { cabin: 0.5, physician: Number.NaN } };
    expect(failedGates(ALL, [mute])).toEqual(['media', 'sound']);
  });

  it('hold sound to its median over the runs, and every run to its readings', () => {
    expect(failedGates(ALL, [LOUD, GOOD, GOOD])).toEqual([]);
    expect(failedGates(ALL, [LOUD, LOUD, GOOD])).toEqual(['sound']);
    expect(failedGates(ALL, [NOT_JOINED, GOOD, GOOD])).toContain('readings');
  });
});
