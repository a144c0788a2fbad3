import { FRAME_OF } from '#devices/drivers/nonin/packet.ts';
import { FRAMES_PER_PACKET, waveFrame } from '#devices/drivers/nonin/wave-frames.ts';
import { concatBytes, fromHex } from '#devices/kit/bytes.ts';
import type { Row, Vector, VectorTable } from './row.ts';

const STATUS = /^status byte ([0-9A-F]{2})$/;
const SYNC = 0x01;

/** A packet that says 97 %, 72 /min and has this status byte in every frame: a status byte means nothing alone. */
const packetWith = (status: number): Uint8Array => {
  const floats = new Map<number, number>([
    [FRAME_OF.pulseRate + 1, 72],
    [FRAME_OF.oxygenSaturation, 97],
    [FRAME_OF.oxygenSaturationDisplay, 97],
    [FRAME_OF.pulseRateDisplay + 1, 72],
  ]);
  return concatBytes(
    Array.from({ length: FRAMES_PER_PACKET }, (_, index) =>
      waveFrame(2, index === 0 ? status | SYNC : status, 0x80, floats.get(index + 1) ?? 0),
    ),
  );
};

const chunksOf = ({ name, hex }: Vector): readonly Uint8Array[] => {
  const bytes = fromHex(hex ?? '') ?? new Uint8Array();
  return STATUS.test(name) ? [packetWith(bytes[0] ?? 0)] : [bytes];
};

const valid = (...flags: ('low-perfusion' | 'motion')[]): Row => ({
  as: 'reading',
  values: { spo2: 97, 'pulse-rate': 72 },
  rest: { flags },
});

/** Published bytes of `nonin-oem`. */
export const table: VectorTable = {
  driver: 'nonin',
  chunksOf,
  rows: {
    'format 2: one packet of 25 frames': {
      as: 'reading',
      values: { spo2: 97, 'pulse-rate': 72 },
      rest: {
        kind: 'oximetry',
        flags: [],
        frames: 1,
        device: { maker: 'Nonin', model: 'oximeter', firmware: '48' },
      },
    },
    'checksum error in frame 2': { as: 'frame-error', reason: 'checksum' },
    'status byte bit 7 low in frame 2': { as: 'frame-error', reason: 'structure' },
    'status byte 82': valid(),
    'status byte 84': valid('low-perfusion'),
    'status byte 86': valid(),
    'status byte 88': { as: 'frame-error', reason: 'sensor-off' },
    'status byte 90': { as: 'frame-error', reason: 'searching' },
    'status byte A0': valid('motion'),
    'status byte C0': { as: 'frame-error', reason: 'sensor-off' },
    'set time 2050-12-31 14:30:15': { as: 'host-command' },
    'select data format n': {
      as: 'not-covered',
      why: 'a form with a place for the format, not bytes: messages.test.ts reads it with each format in it',
    },
  },
};
