import type { VectorTable } from './row.ts';

/** Published bytes of `contec-cms50-9byte`. */
export const table: VectorTable = {
  driver: 'contec-cms50',
  rows: {
    'cms50e-live-hexdump.txt': {
      as: 'reading',
      values: { spo2: 99, 'pulse-rate': 60 },
      rest: { kind: 'oximetry', frames: 102, flags: [], device: { maker: 'Contec', model: 'CMS50' } },
    },
    'cms50e-ppg-values.txt': {
      as: 'not-covered',
      why: "the author's own decode: compared with the waveform below",
    },
  },
};
