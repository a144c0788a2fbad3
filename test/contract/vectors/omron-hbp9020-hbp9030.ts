import type { Row, VectorTable } from './row.ts';

const pressures = (
  values: Readonly<Record<string, number>>,
  model: string,
  deviceTime: string | undefined,
): Row => ({
  as: 'reading',
  values,
  rest: {
    kind: 'blood-pressure',
    ...(deviceTime === undefined ? {} : { deviceTime }),
    flags: ['unprotected'],
    device: { maker: 'Omron', model },
    frames: 1,
  },
});

const LAYOUT_EXAMPLE = { systolic: 120, diastolic: 80, 'pulse-rate': 72 };

/** Published bytes of `omron-hbp9020-hbp9030`; what the layout examples say is read off their text. */
export const table: VectorTable = {
  driver: 'omron-hbp9030',
  rows: {
    'HBP-9030 format 5 (function item 32 = 5), CRLF': pressures(
      LAYOUT_EXAMPLE,
      'HBP-9030',
      '2026-07-11T09:05:00',
    ),
    'HBP-9020 older STX format': pressures(
      { systolic: 125, diastolic: 75, 'pulse-rate': 99 },
      'HBP-9020',
      '2015-05-02T09:43:00',
    ),
    // It says no time of day.
    'HBP-9030 format 1': pressures(LAYOUT_EXAMPLE, 'HBP-9030', undefined),
    'HBP-9030 format 2': pressures(LAYOUT_EXAMPLE, 'HBP-9030', '2026-07-11T09:05:00'),
    'HBP-9030 format 3/4': pressures(
      { ...LAYOUT_EXAMPLE, mean: 90 },
      'HBP-9020/HBP-9030',
      '2026-07-11T09:05:00',
    ),
  },
};
