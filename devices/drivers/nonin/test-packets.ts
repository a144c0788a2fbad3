import { concatBytes } from '../../kit/bytes.ts';
import { FRAME_OF } from './packet.ts';
import { FRAMES_PER_PACKET, type WaveFormat, waveFrame } from './wave-frames.ts';

/** Bytes of a packet by the name of their field; a pulse rate is one number here and two bytes there. */
export type Fields = Partial<Record<keyof typeof FRAME_OF, number>>;

const RATES: ReadonlySet<string> = new Set([
  'pulseRate',
  'pulseRateExtended',
  'pulseRateDisplay',
  'pulseRateExtendedDisplay',
]);

interface PacketOptions {
  readonly format?: WaveFormat;
  /** Bits of each STATUS besides SYNC and the one that is always set; by frame, or the same for all. */
  readonly status?: number | ((frame: number) => number);
  readonly pleth?: (frame: number) => number;
}

/** Every average of 97 % and 72 /min. */
export const ALL_EQUAL: Fields = {
  pulseRate: 72,
  oxygenSaturation: 97,
  firmware: 48,
  oxygenSaturationDisplay: 97,
  oxygenSaturationFast: 97,
  oxygenSaturationBeat: 97,
  pulseRateExtended: 72,
  oxygenSaturationExtended: 97,
  oxygenSaturationExtendedDisplay: 97,
  pulseRateDisplay: 72,
  pulseRateExtendedDisplay: 72,
};

/** The 25 frames of a packet, for tests. */
export const packetFrames = (fields: Fields, options: PacketOptions = {}): Uint8Array[] => {
  const { format = 2, status = 0, pleth = () => 0x80 } = options;
  const floats = new Map<number, number>();
  for (const [field, value] of Object.entries(fields)) {
    const frame = FRAME_OF[field as keyof typeof FRAME_OF];
    if (RATES.has(field)) {
      floats.set(frame, value >> 7);
      floats.set(frame + 1, value & 0x7f);
    } else floats.set(frame, value);
  }
  return Array.from({ length: FRAMES_PER_PACKET }, (_, index) => {
    const bits = typeof status === 'number' ? status : status(index + 1);
    return waveFrame(
      format,
      0x80 | bits | (index === 0 ? 1 : 0),
      pleth(index + 1),
      floats.get(index + 1) ?? 0,
    );
  });
};

/** The same as one stretch of bytes. */
export const packetBytes = (fields: Fields, options: PacketOptions = {}): Uint8Array =>
  concatBytes(packetFrames(fields, options));
