import { frameBytes } from '#devices/drivers/contour-usb/frames.ts';
import { reportsOf } from '#devices/drivers/contour-usb/packets.ts';
import { fromHex } from '#devices/kit/bytes.ts';
import type { Vector, VectorTable } from './row.ts';

/** Published as a bare record: number and sum of its frame are computed here, and are no part of what was published. */
const framed = (text: string): Uint8Array => frameBytes({ number: 2, text, isLast: false });

/** Published as payloads: the reports around them are made here. */
const chunksOf = ({ hex, text = '' }: Vector): readonly Uint8Array[] =>
  reportsOf(hex === undefined ? framed(text) : (fromHex(hex) ?? new Uint8Array()));

/** Published bytes of `contour-usb`. */
export const table: VectorTable = {
  driver: 'contour-usb',
  chunksOf,
  rows: {
    'header record (after host sends X / ENQ)': { as: 'no-reading' },
    'result record (payload)': {
      as: 'reading',
      values: { glucose: 133 },
      rest: {
        kind: 'blood-glucose',
        deviceTime: '2012-02-05T20:34:00',
        flags: ['stored'],
        device: { maker: 'Bayer', model: 'Bayer7390', serial: '7390-2336773', firmware: '01.24' },
        frames: 1,
      },
      after: ['header record (after host sends X / ENQ)'],
    },
  },
};
