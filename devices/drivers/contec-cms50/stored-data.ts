import { createStoredRuns } from '../../kit/oximetry/stored-runs.ts';
import type { OximeterEvent, OximetrySample } from '../../kit/oximetry/stream.ts';
import { type Packet, TYPES } from './packets.ts';
import { numbersSample, STABILITY, valueUnless } from './protocol.ts';

const INVALID_PERFUSION_INDEX = 0xffff;

/** What one second of a recording says; `bytes` are saturation, pulse rate and, in type 09, the perfusion index, low byte first. */
const secondOf = (bytes: Uint8Array): OximetrySample => {
  const [saturation = 0, pulse = 0, low, high] = bytes;
  const index = low === undefined || high === undefined ? INVALID_PERFUSION_INDEX : low | (high << 8);
  const perfusionIndex = valueUnless(INVALID_PERFUSION_INDEX, index);
  return numbersSample(
    {
      oxygenSaturation: valueUnless(0x7f, saturation),
      pulseRate: valueUnless(0xff, pulse),
      perfusionIndex: perfusionIndex === undefined ? undefined : perfusionIndex / 100,
    },
    'no-value',
  );
};

/** Seconds in one packet of stored data (V7.0: type 0F holds three pairs, type 09 one second with its perfusion index). */
const storedSeconds = ({ type, data }: Packet): OximetrySample[] => {
  if (type === TYPES.storedWithIndex) return [secondOf(data)];
  return [0, 2, 4].map((at) => secondOf(data.slice(at, at + 2)));
};

const isStored = ({ type }: Packet): boolean => type === TYPES.storedData || type === TYPES.storedWithIndex;

/** Follows the transfer of a recording. */
interface Recording {
  /** What a packet of stored data yields; undefined for any other packet. */
  take(packet: Packet): OximeterEvent[] | undefined;
  /** The transfer ended, with this packet if any; what was open is told. */
  end(packet?: Packet): OximeterEvent[];
}

/**
 * No recording yet. One flipped bit makes a real-time packet (01) one of stored data (09): a first one is believed only once another
 * follows at once, or the word that the transfer is over.
 */
export const createRecording = (): Recording => {
  const runs = createStoredRuns(STABILITY);
  let first: Packet | undefined;
  let isRunning = false;

  const told = (packet: Packet): OximeterEvent[] =>
    storedSeconds(packet).flatMap((second) => runs.push(second, packet.raw));

  return {
    take: (packet) => {
      if (!isStored(packet)) return undefined;
      if (isRunning) return told(packet);
      const before = first;
      first = packet;
      if (before?.type !== packet.type) return [];
      isRunning = true;
      return [...told(before), ...told(packet)];
    },
    end: (packet) => {
      const last = !isRunning && first !== undefined && packet?.type === TYPES.stopped ? told(first) : [];
      first = undefined;
      isRunning = false;
      return [...last, ...runs.end()];
    },
  };
};
