import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaveBlock } from '#core/contract/live.ts';
import { EMPTY_TRACE, extendTrace, foldOnto, type TracePoint, type WaveTrace } from './wave-trace.ts';

const SWEEP = { widthPx: 100, pixelsPerSecond: 60 };

const block = (sequence: number, samples: (number | null)[]): WaveBlock => ({
  type: 'wave',
  deviceId: 'oximeter',
  epoch: 1,
  wave: 'pleth',
  sequence,
  sampleRateHz: 60,
  arrivedAtMs: 0,
  samples,
});

const layAll = (blocks: readonly WaveBlock[]): { trace: WaveTrace; added: TracePoint[] } => {
  let trace = EMPTY_TRACE;
  const added: TracePoint[] = [];
  for (const each of blocks) {
    const step = extendTrace(trace, each, SWEEP);
    trace = step.trace;
    added.push(...step.added);
  }
  return { trace, added };
};

describe('extendTrace', () => {
  it('lays samples one step apart: 60 a second at 60 px/s is one pixel each', () => {
    const { trace } = layAll([block(500, [0.1, 0.2]), block(502, [0.3])]);
    expect(trace.points).toEqual([
      { at: 0, value: 0.1 },
      { at: 1, value: 0.2 },
      { at: 2, value: 0.3 },
    ]);
  });

  it('leaves lost samples empty and never bridges them', () => {
    const { trace } = layAll([block(0, [0.1]), block(11, [0.2])]);
    expect(trace.points).toEqual([
      { at: 0, value: 0.1 },
      { at: 1, value: null },
      { at: 11, value: 0.2 },
    ]);
  });

  it('starts anew when the numbers go back, or when more than a screen is lost', () => {
    const { trace } = layAll([block(40, [0.1])]);
    expect(extendTrace(trace, block(3, [0.5]), SWEEP)).toMatchObject({
      restarted: true,
      trace: { points: [{ at: 0, value: 0.5 }], nextSequence: 4 },
    });
    expect(extendTrace(trace, block(142, [0.5]), SWEEP).restarted).toBe(true);
    expect(extendTrace(trace, block(141, [0.5]), SWEEP).restarted).toBe(false);
  });

  it('gives the same points however the stream is cut into blocks, and keeps one screen of them', () => {
    const sample = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
    return fc.assert(
      fc.property(
        fc.array(sample, { minLength: 1, maxLength: 300 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 50 }),
        (samples, sizes) => {
          const blocks: WaveBlock[] = [];
          for (let start = 0, turn = 0; start < samples.length; turn += 1) {
            const size = sizes[turn % sizes.length] ?? 1;
            blocks.push(block(start, samples.slice(start, start + size)));
            start += size;
          }
          const cut = layAll(blocks);
          const samplesLaid = samples.map((value, index) => ({ at: index, value }));
          expect(cut.added).toEqual(samplesLaid);
          expect(cut.trace.points).toEqual(samplesLaid.slice(-SWEEP.widthPx));
        },
      ),
    );
  });
});

describe('foldOnto', () => {
  it('folds the strip at the right edge', () => {
    expect(foldOnto(99.5, 100)).toEqual({ sweep: 0, x: 99.5 });
    expect(foldOnto(100, 100)).toEqual({ sweep: 1, x: 0 });
    expect(foldOnto(250, 100)).toEqual({ sweep: 2, x: 50 });
  });
});
