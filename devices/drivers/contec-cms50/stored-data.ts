import { createStoredRuns } from '../../kit/oximetry/stored-runs.ts';
import type { OximeterEvent } from '../../kit/oximetry/stream.ts';
import { type Packet, TYPES } from './packets.ts';
import { type Numbers, numbersSample, STABILITY, valueUnless } from './protocol.ts';

const INVALID_PERFUSION_INDEX = 0xffff;

/** What one second of a recording says; `bytes` are saturation, pulse rate and, in type 09, the perfusion index, low byte first. */
const secondOf = (bytes: Uint8Array): Numbers => {
  const [saturation = 0, pulse = 0, low, high] = bytes;
  const index = low === undefined || high === undefined ? INVALID_PERFUSION_INDEX : low | (high << 8);
  const perfusionIndex = valueUnless(INVALID_PERFUSION_INDEX, index);
  // Seconds without a finger are stored as zeros.
  const isEmpty = saturation === 0 || pulse === 0;
  return {
    oxygenSaturation: isEmpty ? undefined : valueUnless(0x7f, saturation),
    pulseRate: isEmpty ? undefined : valueUnless(0xff, pulse),
    perfusionIndex: perfusionIndex === undefined ? undefined : perfusionIndex / 100,
  };
};

/** Seconds in one packet of stored data (V7.0: type 0F holds three pairs, type 09 one second with its perfusion index); none in any other. */
export const storedSeconds = ({ type, data }: Packet): readonly Numbers[] => {
  if (type === TYPES.storedWithIndex) return [secondOf(data)];
  return type === TYPES.storedData ? [0, 2, 4].map((at) => secondOf(data.slice(at, at + 2))) : [];
};

/** Follows the transfer of a recording. */
interface Recording {
  /** What a packet of stored data yields; undefined for any other packet. */
  take(packet: Packet): OximeterEvent[] | undefined;
  /** The transfer ended, with this packet if any; what was open is told. */
  end(packet?: Packet): OximeterEvent[];
}

/** Packets of one type, one right after the other, that are a recording: the second type is a flipped bit away from a real-time packet. */
const packetsAsked = (type: number): number => (type === TYPES.storedData ? 2 : 3);

/** `0C 80`: the transfer is over. */
const saysStopped = (packet: Packet | undefined): boolean =>
  packet?.type === TYPES.stopped && packet.raw[1] === 0x80;

/**
 * No recording yet. There is no header, and one flipped bit makes a real-time packet (01) one of stored data (09): the first ones are
 * believed only once others follow at once; the word that the transfer is over counts for one.
 */
export const createRecording = (): Recording => {
  const runs = createStoredRuns(STABILITY);
  let waiting: Packet[] = [];
  let isRunning = false;

  const told = (packet: Packet): OximeterEvent[] =>
    storedSeconds(packet).flatMap((second) => runs.push(numbersSample(second, 'no-value'), packet.raw));

  return {
    take: (packet) => {
      const { type } = packet;
      if (storedSeconds(packet).length === 0) return undefined;
      if (waiting[0]?.type !== type) waiting = [];
      waiting.push(packet);
      isRunning ||= waiting.length >= packetsAsked(type);
      return isRunning ? waiting.splice(0).flatMap(told) : [];
    },
    end: (packet) => {
      const before = waiting;
      waiting = [];
      isRunning = false;
      const isWhole = saysStopped(packet) && before.length + 1 >= packetsAsked(before[0]?.type ?? 0);
      return [...(isWhole ? before.flatMap(told) : []), ...runs.end()];
    },
  };
};
