import type { VectorTable } from './row.ts';

const device = { maker: 'LifeScan', model: 'OneTouch Ultra2' };

/** Published bytes of `onetouch-ultra2`. */
export const table: VectorTable = {
  driver: 'onetouch-ultra2',
  rows: {
    header: { as: 'no-reading' },
    record: {
      as: 'reading',
      values: { glucose: 81 },
      rest: {
        kind: 'blood-glucose',
        deviceTime: '2015-03-21T16:45:24',
        flags: ['stored'],
        device,
        frames: 1,
      },
    },
    'record (2)': {
      as: 'reading',
      values: { glucose: 105 },
      rest: { deviceTime: '2015-03-21T16:42:11', device: { ...device, serial: 'GMF600DCY' } },
      after: ['header'],
    },
    'checksum of  T "SAT","08/03/13","22:12:00   "': {
      as: 'not-covered',
      why: "a sum, no bytes: the driver's own test computes it",
    },
    bad: { as: 'frame-error', reason: 'checksum' },
  },
};
