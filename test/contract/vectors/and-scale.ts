import type { Row, VectorTable } from './row.ts';

const notCovered: Row = {
  as: 'not-covered',
  why: 'the standard format of A&D laboratory scales: no cabin weighs people on one',
};

/** Published bytes of `and-scale`: no driver reads them. */
export const table: VectorTable = {
  driver: undefined,
  rows: {
    'EW/GX standard format': notCovered,
    'GS/NT variant': notCovered,
    unstable: notCovered,
    overload: notCovered,
  },
};
