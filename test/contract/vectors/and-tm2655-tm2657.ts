import type { VectorTable } from './row.ts';

/** Published bytes of `and-tm2655-tm2657`. */
export const table: VectorTable = {
  driver: 'and-tm2657',
  rows: {
    'TM-2655 result, real field values; framing rebuilt': {
      as: 'reading',
      values: { systolic: 102, diastolic: 62, mean: 87, 'pulse-rate': 83 },
      rest: {
        kind: 'blood-pressure',
        deviceTime: '2019-10-29T14:29:00',
        flags: [],
        device: { maker: 'A&D', model: 'TM-2655' },
        frames: 1,
      },
    },
    'TM-2655 result, log line with control bytes lost': { as: 'frame-error', reason: 'structure' },
    'host: start measurement "ST"': { as: 'host-command' },
    'host: stop measurement "SP"': { as: 'host-command' },
    'host: send last result "RB"': { as: 'host-command' },
    'host: send pulse table "RP"': { as: 'host-command' },
    'device: ACK': { as: 'no-reading' },
    'device: NAK': { as: 'no-reading' },
  },
};
