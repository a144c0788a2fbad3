import type { LimitTable } from './limit-table.ts';

/**
 * Beyond these a slip of a hand, a device or a unit is likelier than the value: it is kept, and asked for once more. Our own choice, wide of
 * what illness brings; `HARD_LIMITS` refuse.
 */
export const SOFT_LIMITS: LimitTable = {
  spo2: { low: 70 },
  'pulse-rate': { low: 30, high: 200 },
  systolic: { low: 70, high: 240 },
  diastolic: { low: 35, high: 140 },
  weight: { low: 10, high: 150 },
  height: { low: 60, high: 210 },
  temperature: { low: 34, high: 41.5 },
  glucose: { low: 40, high: 400 },
  'respiratory-rate': { low: 5, high: 60 },
};
