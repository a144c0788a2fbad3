import { concatBytes } from '../../kit/bytes.ts';
import { decodeStatus, type Status } from './status.ts';
import { FRAMES_PER_PACKET, type WaveFrame } from './wave-frames.ts';

/** Sent in place of a number that cannot be computed. */
export const MISSING = { pulseRate: 511, oxygenSaturation: 127 } as const;

/** Frame of the packet, from 1, that brings each byte (6470-000-01, formats 2 and 7); of two it is the first, the high one. */
export const FRAME_OF = {
  pulseRate: 1,
  oxygenSaturation: 3,
  firmware: 4,
  timer: 6,
  status2: 8,
  oxygenSaturationDisplay: 9,
  oxygenSaturationFast: 10,
  oxygenSaturationBeat: 11,
  pulseRateExtended: 14,
  oxygenSaturationExtended: 16,
  oxygenSaturationExtendedDisplay: 17,
  pulseRateDisplay: 20,
  pulseRateExtendedDisplay: 22,
} as const;

/** Bits of STAT2. */
const STATUS_2 = { smartPoint: 0x20, lowBattery: 0x01 } as const;

/** What 25 frames say together. Numbers are undefined where the device says that it has none. */
export interface Packet {
  readonly statuses: readonly Status[];
  /** Formatted for display, 4-beat averages: new every 1.5 s, held for 10 s after the finger has left. */
  readonly display: { readonly pulseRate: number | undefined; readonly oxygenSaturation: number | undefined };
  /** Formatted for recording, 4-beat averages: none as soon as the finger has left. */
  readonly recording: {
    readonly pulseRate: number | undefined;
    readonly oxygenSaturation: number | undefined;
  };
  /** Every other average of the same packet, 8-beat, fast and beat-to-beat ones included. */
  readonly others: {
    readonly pulseRates: readonly number[];
    readonly oxygenSaturations: readonly number[];
  };
  readonly firmware: number;
  /** Thirds of a second, 14 bits. */
  readonly timer: number;
  /** The device calls its measurement one of high quality. */
  readonly smartPoint: boolean;
  readonly lowBattery: boolean;
  readonly raw: Uint8Array;
}

const unlessMissing = (kind: keyof typeof MISSING, value: number): number | undefined =>
  value === MISSING[kind] ? undefined : value;

/** What the frames of one packet, in their order, say together. */
export const decodePacket = (frames: readonly WaveFrame[]): Packet => {
  const byteOf = (field: keyof typeof FRAME_OF, next = 0): number =>
    frames[FRAME_OF[field] - 1 + next]?.float ?? 0;
  /** Nine bits: HR8 and HR7, then HR6 to HR0. */
  const rate = (field: keyof typeof FRAME_OF): number | undefined =>
    unlessMissing('pulseRate', ((byteOf(field) & 0x03) << 7) | (byteOf(field, 1) & 0x7f));
  const saturation = (field: keyof typeof FRAME_OF): number | undefined =>
    unlessMissing('oxygenSaturation', byteOf(field) & 0x7f);
  const known = (values: readonly (number | undefined)[]): number[] =>
    values.filter((value) => value !== undefined);
  const recording = { pulseRate: rate('pulseRate'), oxygenSaturation: saturation('oxygenSaturation') };
  return {
    statuses: frames.map(({ status }) => decodeStatus(status)),
    display: {
      pulseRate: rate('pulseRateDisplay'),
      oxygenSaturation: saturation('oxygenSaturationDisplay'),
    },
    recording,
    others: {
      pulseRates: known([recording.pulseRate, rate('pulseRateExtended'), rate('pulseRateExtendedDisplay')]),
      oxygenSaturations: known([
        recording.oxygenSaturation,
        saturation('oxygenSaturationFast'),
        saturation('oxygenSaturationBeat'),
        saturation('oxygenSaturationExtended'),
        saturation('oxygenSaturationExtendedDisplay'),
      ]),
    },
    firmware: byteOf('firmware'),
    timer: ((byteOf('timer') & 0x7f) << 7) | (byteOf('timer', 1) & 0x7f),
    smartPoint: (byteOf('status2') & STATUS_2.smartPoint) !== 0,
    lowBattery: (byteOf('status2') & STATUS_2.lowBattery) !== 0,
    raw: concatBytes(frames.map(({ raw }) => raw)),
  };
};

/** Gathers frames into packets. */
export interface PacketCollector {
  /** Takes one frame; returns the packet before it, or that the frames before it were no whole packet. */
  push(frame: WaveFrame): Packet | 'broken' | undefined;
  /** A frame was lost: the packet it belonged to is none. */
  reset(): void;
  /** The stream ended, or goes on in another format: returns the packet before that. */
  end(): Packet | undefined;
}

/**
 * SYNC stands on the first frame of a packet and on no other: every packet has to be whole, a stream may begin within one. A packet is
 * known to be whole by the SYNC of the next one: two lost frames, one on each side of it, would shift what its bytes mean.
 */
export const createPacketCollector = (): PacketCollector => {
  let frames: WaveFrame[] = [];

  const isWhole = (gathered: readonly WaveFrame[]): boolean => gathered.length === FRAMES_PER_PACKET;

  const begin = (frame: WaveFrame): Packet | 'broken' | undefined => {
    const gathered = frames;
    frames = [frame];
    if (gathered.length === 0) return undefined;
    return isWhole(gathered) ? decodePacket(gathered) : 'broken';
  };

  return {
    reset: () => {
      frames = [];
    },
    end: () => {
      const gathered = frames;
      frames = [];
      return isWhole(gathered) ? decodePacket(gathered) : undefined;
    },
    push: (frame) => {
      if (decodeStatus(frame.status).sync) return begin(frame);
      if (frames.length === 0) return undefined;
      if (isWhole(frames) || frames[0]?.format !== frame.format) {
        frames = [];
        return 'broken';
      }
      frames.push(frame);
      return undefined;
    },
  };
};
