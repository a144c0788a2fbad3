import type { Row, VectorTable } from './row.ts';

const reading = (
  spo2: number,
  pulseRate: number,
  deviceTime: string,
  flags: readonly 'motion'[] = [],
): Row => ({
  as: 'reading',
  values: { spo2, 'pulse-rate': pulseRate },
  rest: { kind: 'oximetry', deviceTime, flags: [...flags, 'unprotected'], frames: 1 },
});

/** Published bytes of `nellcor-n560`. */
export const table: VectorTable = {
  driver: 'nellcor-n560',
  rows: {
    'header 1': { as: 'no-reading' },
    'header 2': { as: 'no-reading' },
    'header 3': { as: 'no-reading' },
    data: reading(100, 105, '2004-01-07T11:24:50'),
    'data (2)': reading(99, 66, '2017-12-18T22:01:33'),
    'data, motion': reading(100, 102, '2004-01-07T11:24:54', ['motion']),
    'sensor off': { as: 'frame-error', reason: 'sensor-off' },
  },
};
