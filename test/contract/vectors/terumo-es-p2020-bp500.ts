import type { Row, VectorTable } from './row.ts';

const notCovered: Row = { as: 'not-covered', why: 'its check character fits no known rule' };

/** Published bytes of `terumo-es-p2020-bp500`: no driver reads them. */
export const table: VectorTable = {
  driver: undefined,
  rows: {
    result: notCovered,
  },
};
