import { MISSING } from './packet.ts';

/**
 * A frame of format 8 (6470-000-01): four bytes, one a second, values formatted for display, no checksum. Bit 7 is set on the first
 * byte and on no other.
 */
export interface DisplayFrame {
  /** First byte, bit 6: set by units that tell a missing sensor; reserved on the 9560. */
  readonly sensorDisconnected: boolean;
  readonly outOfTrack: boolean;
  readonly lowPerfusion: boolean;
  readonly marginalPerfusion: boolean;
  readonly artifact: boolean;
  /** The finger is out: the values are held ones. */
  readonly sensorAlarm: boolean;
  readonly smartPoint: boolean;
  readonly lowBattery: boolean;
  readonly pulseRate: number | undefined;
  readonly oxygenSaturation: number | undefined;
  readonly raw: Uint8Array;
}

export const DISPLAY_FRAME_LENGTH = 4;

/** Bits of the first byte; its two lowest are HR8 and HR7. */
export const DISPLAY_BITS = {
  always: 0x80,
  sensorDisconnected: 0x40,
  outOfTrack: 0x20,
  lowPerfusion: 0x10,
  marginalPerfusion: 0x08,
  artifact: 0x04,
} as const;

/** Bits of the fourth byte. */
export const DISPLAY_BITS_2 = { smartPoint: 0x20, sensorAlarm: 0x08, lowBattery: 0x01 } as const;

/** The frame in these four bytes; undefined when bit 7 is not where it belongs. */
export const readDisplayFrame = (bytes: readonly number[]): DisplayFrame | undefined => {
  const [first = 0, low = 0, saturation = 0, second = 0] = bytes;
  if (first < 0x80 || low >= 0x80 || saturation >= 0x80 || second >= 0x80) return undefined;
  const pulseRate = ((first & 0x03) << 7) | low;
  return {
    sensorDisconnected: (first & DISPLAY_BITS.sensorDisconnected) !== 0,
    outOfTrack: (first & DISPLAY_BITS.outOfTrack) !== 0,
    lowPerfusion: (first & DISPLAY_BITS.lowPerfusion) !== 0,
    marginalPerfusion: (first & DISPLAY_BITS.marginalPerfusion) !== 0,
    artifact: (first & DISPLAY_BITS.artifact) !== 0,
    sensorAlarm: (second & DISPLAY_BITS_2.sensorAlarm) !== 0,
    smartPoint: (second & DISPLAY_BITS_2.smartPoint) !== 0,
    lowBattery: (second & DISPLAY_BITS_2.lowBattery) !== 0,
    pulseRate: pulseRate === MISSING.pulseRate ? undefined : pulseRate,
    oxygenSaturation: saturation === MISSING.oxygenSaturation ? undefined : saturation,
    raw: Uint8Array.from(bytes),
  };
};

/** The four bytes of a frame. */
export const displayFrame = (
  bits: number,
  pulseRate: number,
  oxygenSaturation: number,
  bits2: number,
): Uint8Array =>
  Uint8Array.of(DISPLAY_BITS.always | bits | (pulseRate >> 7), pulseRate & 0x7f, oxygenSaturation, bits2);
