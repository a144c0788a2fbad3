import type { Row, VectorTable } from './row.ts';

const notCovered: Row = {
  as: 'not-covered',
  why: 'laboratory and trade scales: no cabin weighs people on one',
};

/** Published bytes of `mt-sics`: no driver reads them. */
export const table: VectorTable = {
  driver: undefined,
  rows: {
    'S -> stable': notCovered,
    'SI -> dynamic': notCovered,
    'not executable': notCovered,
    overload: notCovered,
    underload: notCovered,
    'syntax error': notCovered,
    '@ -> serial': notCovered,
  },
};
