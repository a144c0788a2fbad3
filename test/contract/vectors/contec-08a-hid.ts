import type { Row, VectorTable } from './row.ts';

const record = (
  deviceTime: string,
  [systolic, diastolic, mean, pulse]: readonly [number, number, number, number],
): Row => ({
  as: 'reading',
  values: { systolic, diastolic, mean, 'pulse-rate': pulse },
  rest: {
    kind: 'blood-pressure',
    deviceTime,
    flags: ['stored', 'unprotected'],
    device: { maker: 'Contec', model: '08A' },
    frames: 1,
  },
});

/** Published bytes of `contec-08a-hid`: reports without their padding. */
export const table: VectorTable = {
  driver: 'contec-08a',
  rows: {
    record: record('2023-05-01T13:09:00', [148, 85, 105, 72]),
    'record (2)': record('2023-05-02T13:43:00', [135, 85, 101, 72]),
    'record (3)': record('2025-01-28T12:08:00', [148, 91, 113, 64]),
    'record (4)': record('2025-05-15T10:22:00', [144, 92, 119, 65]),
    'host: ping (x2)': { as: 'host-command' },
    'host: identify': { as: 'host-command' },
    'host: download user 1': { as: 'host-command' },
    'device: header': { as: 'no-reading' },
  },
};
