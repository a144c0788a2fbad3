import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { Row, VectorTable } from './row.ts';

const weight = (kilograms: number, rest: Partial<DecodedReading>): Row => ({
  as: 'reading',
  values: { weight: kilograms },
  rest,
});

/** Published bytes of `tanita-csv`. */
export const table: VectorTable = {
  driver: 'tanita-scale',
  rows: {
    'SC-240': weight(82.7, { device: { maker: 'Tanita', model: 'SC-240', serial: '00000002' }, flags: [] }),
    'BC-601 a': weight(104.7, {
      deviceTime: '2023-05-02T11:59:02',
      device: { maker: 'Tanita', model: 'BC-601' },
    }),
    'BC-601 b': weight(67, { deviceTime: '2025-09-12T09:15:13' }),
    'BC-601 metric': weight(96.1, { deviceTime: '2016-01-12T23:48:53' }),
    'BC-601 d': { as: 'frame-error', reason: 'checksum' },
    'BC-601 profile': { as: 'no-reading' },
    'TBF-310': weight(110.6, { flags: ['unprotected'] }),
  },
};
