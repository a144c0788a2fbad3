import type { OximeterEvent, OximetryFrame } from '../../kit/oximetry/stream.ts';
import type { LivePacket } from './live-packet.ts';
import { liveFrame, STABILITY } from './readings.ts';

/** Lets live packets through once they can be nothing else. */
export interface Recognition {
  push(packet: LivePacket): OximeterEvent[];
  /** Damage, or a recording: what waited is as good as damage. */
  interrupt(): OximeterEvent[];
  /** The bytes ended: what waited is too little to be believed, and told as such. */
  end(): OximeterEvent[];
}

/** What a device of this protocol may say of itself from its first packet on. */
const makesSense = ({ sample }: OximetryFrame): boolean =>
  sample.type === 'value' || sample.reason === 'sensor-off' || sample.reason === 'searching';

const eventsOf = (packet: LivePacket): OximeterEvent[] => [
  { type: 'frame', frame: liveFrame(packet) },
  { type: 'pleth', sample: packet.probeError ? null : packet.wave },
];

/**
 * A packet is five bytes with one bit each that is known: other protocols hold such stretches (frames of Nonin's format 2 do for a while).
 * So the first packets wait until there are as many in a row, without damage and each with a possible content, as a value needs.
 */
export const createRecognition = (): Recognition => {
  let waiting: LivePacket[] = [];
  let isRecognised = false;

  const interrupt = (): OximeterEvent[] => {
    const lostSamples = waiting.length;
    waiting = [];
    return lostSamples === 0 ? [] : [{ type: 'damage', reason: 'structure', lostSamples }];
  };

  return {
    interrupt,
    end: () => waiting.flatMap(eventsOf),
    push: (packet) => {
      if (isRecognised) return eventsOf(packet);
      if (!makesSense(liveFrame(packet)))
        return [...interrupt(), { type: 'damage', reason: 'structure', lostSamples: 1 }];
      waiting.push(packet);
      if (waiting.length < STABILITY.window) return [];
      isRecognised = true;
      const recognised = waiting;
      waiting = [];
      return recognised.flatMap(eventsOf);
    },
  };
};
