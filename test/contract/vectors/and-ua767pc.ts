import type { Row, VectorTable } from './row.ts';

const notCovered: Row = { as: 'not-covered', why: 'one source, and not enough of the protocol for a driver' };

/** Published bytes of `and-ua767pc`: no driver reads them. */
export const table: VectorTable = {
  driver: undefined,
  rows: {
    'host: open': notCovered,
    'host: close': notCovered,
    'device: ACK': notCovered,
    'result ASCII': notCovered,
  },
};
