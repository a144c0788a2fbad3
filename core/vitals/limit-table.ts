import type { ValueKey } from './kinds.ts';

/** Bounds of a value in the unit of its key, themselves included: a value there or beyond meets them. */
interface Bounds {
  readonly low?: number;
  readonly high?: number;
}

/** Published or chosen limits of values, by key. */
export type LimitTable = Readonly<Partial<Record<ValueKey, Bounds>>>;

/** A limit that a value has met. */
export interface MetLimit {
  readonly side: 'low' | 'high';
  readonly limit: number;
}

/** The limit that `value` meets, if any. */
export const limitMet = (bounds: Bounds | undefined, value: number): MetLimit | undefined => {
  if (bounds?.low !== undefined && value <= bounds.low) return { side: 'low', limit: bounds.low };
  return bounds?.high !== undefined && value >= bounds.high
    ? { side: 'high', limit: bounds.high }
    : undefined;
};
