import type { Row, VectorTable } from './row.ts';

const notCovered: Row = { as: 'not-covered', why: 'commands of an OEM module, which no cabin has by itself: no driver reads it' };

/** Published bytes of `suntech-nibp`: no driver reads them. */
export const table: VectorTable = {
  driver: undefined,
  rows: {
    'host: start BP': notCovered,
    'host: get cuff pressure': notCovered,
    'host: get BP data': notCovered,
    'host: close pneumatics': notCovered,
  },
};
