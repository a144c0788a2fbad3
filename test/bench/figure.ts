import type { Goal } from './goals.ts';

/** One measured figure, as `npm run bench -- --json` prints it. */
export interface Figure {
  readonly figure: string;
  /** `x wire`: how many times faster than the line; `% core`: of one processor; `KB/h`: growth of memory in an hour. */
  readonly unit: 'ms' | 'x wire' | '% core' | 'KB/h';
  /** The median, or what the figure's name says. */
  readonly value: number;
  /** Smallest and largest. */
  readonly spread: readonly [number, number];
  readonly runs: number;
  /** Median of what it is compared with. */
  readonly baseline?: number;
  readonly ratio?: number;
  /** What was promised of it, where something was. */
  readonly goal?: Goal & { readonly reached: boolean };
}

const rounded = (value: number, digits = 1): number => Number(value.toFixed(digits));

/** The value below which this part of the samples lies (nearest rank). */
export const percentile = (samples: readonly number[], part: number): number => {
  const sorted = samples.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
};

/** The figure of some samples: their median unless another part is asked for. */
export const figureOf = (name: string, samples: readonly number[], part = 0.5): Figure => ({
  figure: name,
  unit: 'ms',
  value: rounded(percentile(samples, part)),
  spread: [rounded(percentile(samples, 0)), rounded(percentile(samples, 1))],
  runs: samples.length,
});

/** The figure of some samples beside those of a baseline that was measured in turn with them. */
export const comparedFigure = (
  name: string,
  samples: readonly number[],
  baseline: readonly number[],
): Figure => ({
  ...figureOf(name, samples),
  baseline: rounded(percentile(baseline, 0.5)),
  ratio: rounded(percentile(samples, 0.5) / percentile(baseline, 0.5), 2),
});
