import type { WaveBlock } from '#core/contract/live.ts';

/** 25 mm of screen a second, as on paper, at the 96 pixels an inch of a CSS pixel. */
export const SWEEP_PIXELS_PER_SECOND = (25 * 96) / 25.4;

/** One sample on the endless strip of paper that the sweep folds onto the screen. */
export type TracePoint = {
  /** Distance from the start of the strip, in CSS pixels. */
  readonly at: number;
  /** 0 to 1 of full scale; null where there is no sample: the curve is broken there, never bridged. */
  readonly value: number | null;
};

/** What is known of the strip: enough to draw the newest sweep and what is left of the one before. */
export type WaveTrace = {
  readonly points: readonly TracePoint[];
  /** Sequence number that the next block starts with if nothing is lost. */
  readonly nextSequence: number | undefined;
  /** Sequence number of the sample at the start of the strip. */
  readonly origin: number;
};

export const EMPTY_TRACE: WaveTrace = { points: [], nextSequence: undefined, origin: 0 };

type Sweep = { readonly widthPx: number; readonly pixelsPerSecond: number };

export type TraceStep = {
  readonly trace: WaveTrace;
  /** The points that the block added, a break first where samples were lost. */
  readonly added: readonly TracePoint[];
  /** True when the strip begins anew and everything drawn before is void. */
  readonly restarted: boolean;
};

const sampleStep = (block: WaveBlock, sweep: Sweep): number => sweep.pixelsPerSecond / block.sampleRateHz;

/**
 * Lays a block on the strip. Lost samples leave their width empty. A block that goes back in number is another stream,
 * and a loss longer than the screen leaves nothing to join to: both start the strip anew.
 */
export const extendTrace = (trace: WaveTrace, block: WaveBlock, sweep: Sweep): TraceStep => {
  const step = sampleStep(block, sweep);
  const lost = trace.nextSequence === undefined ? 0 : block.sequence - trace.nextSequence;
  const restarted = trace.nextSequence === undefined || lost < 0 || lost * step > sweep.widthPx;
  const origin = restarted ? block.sequence : trace.origin;
  const before = restarted ? [] : trace.points;
  const place = (sequence: number): number => (sequence - origin) * step;

  const samples = block.samples.map((value, index) => ({ at: place(block.sequence + index), value }));
  const gap: TracePoint[] =
    !restarted && lost > 0 && trace.nextSequence !== undefined
      ? [{ at: place(trace.nextSequence), value: null }]
      : [];
  const added = [...gap, ...samples];

  const head = place(block.sequence + block.samples.length - 1);
  const points = [...before, ...added].filter(({ at }) => at > head - sweep.widthPx);
  return {
    trace: { points, nextSequence: block.sequence + block.samples.length, origin },
    added,
    restarted,
  };
};

/** Which sweep across the screen a distance falls in, and how far along it. */
export const foldOnto = (at: number, widthPx: number): { readonly sweep: number; readonly x: number } => {
  const sweep = Math.floor(at / widthPx);
  return { sweep, x: at - sweep * widthPx };
};
