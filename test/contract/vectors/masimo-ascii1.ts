import type { VectorTable } from './row.ts';

/** Published bytes of `masimo-ascii1`. */
export const table: VectorTable = {
  driver: 'masimo-ascii1',
  rows: {
    'Rad-8 / Radical-7, finger on': {
      as: 'reading',
      values: { spo2: 97, 'pulse-rate': 80, 'perfusion-index': 4.96 },
      rest: {
        kind: 'oximetry',
        deviceTime: '2018-02-24T04:48:53',
        flags: ['unprotected'],
        device: { maker: 'Masimo', model: 'pulse oximeter', serial: '0000145838' },
        frames: 1,
      },
    },
    'Rad-8, no sensor': { as: 'frame-error', reason: 'sensor-off' },
    'Rad-5': {
      as: 'reading',
      values: { spo2: 97, 'pulse-rate': 64, 'perfusion-index': 11.82 },
      rest: {
        deviceTime: '2010-09-15T15:10:29',
        flags: ['unprotected'],
        device: { maker: 'Masimo', model: 'pulse oximeter' },
      },
    },
  },
};
