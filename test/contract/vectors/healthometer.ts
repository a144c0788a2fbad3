import type { Row, VectorTable } from './row.ts';

/** One packet alone: 0.1 lb is 0.045 kg, so two decimals; 0.001 lb is 0.000 45 kg, so four. */
const weight = (kilograms: number): Row => ({
  as: 'reading',
  values: { weight: kilograms },
  rest: {
    kind: 'body-weight',
    flags: ['unprotected'],
    device: { maker: 'Health o meter', model: 'scale' },
    frames: 1,
  },
});

/** Published bytes of `healthometer`. Heights are typed in and never a reading. */
export const table: VectorTable = {
  driver: 'healthometer',
  rows: {
    '500KL': weight(83.69),
    '2210KL-AM baby': weight(16.1025),
    '597/599/752KL': weight(83.69),
    'real log, escapes lost, "L" serial first packet': { as: 'frame-error', reason: 'structure' },
  },
};
