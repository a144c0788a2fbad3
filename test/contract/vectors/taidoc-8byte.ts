import type { Row, VectorTable } from './row.ts';

const dateBytes: Row = {
  as: 'not-covered',
  why: 'four bytes from inside a frame: read in devices/drivers/taidoc/device-clock.test.ts',
};

/** Published bytes of `taidoc-8byte`. */
export const table: VectorTable = {
  driver: 'taidoc',
  rows: {
    'host: read device info (22)': { as: 'host-command' },
    'host: read latest measurement (26)': { as: 'host-command' },
    'host: power off (50)': { as: 'host-command' },
    'host: SpO2 (49), TD-8201/8255': { as: 'host-command' },
    'host: scale TD-25xx (77), 7 bytes': { as: 'host-command' },
    'host: scale TD-2555 (71), 7 bytes': { as: 'host-command' },
    'date bytes': dateBytes,
    'date bytes (2)': dateBytes,
    'date bytes (3)': dateBytes,
  },
};
