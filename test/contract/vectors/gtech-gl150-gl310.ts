import type { Row, VectorTable } from './row.ts';

const notCovered: Row = { as: 'not-covered', why: 'one source, layouts without captures' };

/** Published bytes of `gtech-gl150-gl310`: no driver reads them. */
export const table: VectorTable = {
  driver: undefined,
  rows: {
    'GL-310 F4=1 text block (excerpt)': notCovered,
  },
};
