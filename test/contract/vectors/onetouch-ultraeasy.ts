import type { VectorTable } from './row.ts';

const why =
  'another protocol than the Ultra2 (binary, CRC-16), without a published reading; no driver reads it';

/** Published bytes of `onetouch-ultraeasy`. */
export const table: VectorTable = {
  driver: undefined,
  rows: {
    disconnect: { as: 'not-covered', why },
    'version request': { as: 'not-covered', why },
    'CRC of 02 06 06 03': { as: 'not-covered', why },
  },
};
