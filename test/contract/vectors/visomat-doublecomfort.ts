import type { Row, VectorTable } from './row.ts';

const notCovered: Row = {
  as: 'not-covered',
  why: 'an incomplete CDC device over vendor bulk pipes: no transport reads it',
};

/** Published bytes of `visomat-doublecomfort`: no driver reads them. */
export const table: VectorTable = {
  driver: undefined,
  rows: {
    'memory dump payload, two users': notCovered,
    'empty user + one record': notCovered,
  },
};
