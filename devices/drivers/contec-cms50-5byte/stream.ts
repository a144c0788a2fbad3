import { assertNever } from '#core/result.ts';
import { flatMapItems } from '../../kit/bytes.ts';
import { createStoredRuns } from '../../kit/oximetry/stored-runs.ts';
import type { OximeterEvent, OximeterReader, OximeterStream } from '../../kit/oximetry/stream.ts';
import { command } from './commands.ts';
import { LIVE_PACKET_LENGTH, PACKETS_PER_SECOND, WAVE_FULL_SCALE } from './live-packet.ts';
import { manifest } from './manifest.ts';
import { createPacketReader, type Unit } from './packet-reader.ts';
import { STABILITY, storedSample } from './readings.ts';
import { createRecognition } from './recognition.ts';

const createReader = (): OximeterReader => {
  const reader = createPacketReader();
  const recognition = createRecognition();
  const stored = createStoredRuns(STABILITY);

  const unitEvents = (unit: Unit): OximeterEvent[] => {
    switch (unit.type) {
      case 'live':
        return [...stored.end(), ...recognition.push(unit.packet)];
      case 'recording':
        return [...stored.end(), ...recognition.interrupt(), { type: 'answer' }];
      case 'stored':
        return [
          ...stored.push(storedSample(unit.sample), unit.sample.raw),
          ...(unit.isLast ? stored.end() : []),
        ];
      default:
        return assertNever(unit);
    }
  };

  const eventsOf = (read: ReturnType<typeof reader.push>[number]): OximeterEvent[] => {
    if (read.type === 'unit') return unitEvents(read.unit);
    const lostSamples = Math.ceil(read.raw.length / LIVE_PACKET_LENGTH);
    return [
      ...stored.end(),
      ...recognition.interrupt(),
      { type: 'damage', reason: read.reason, lostSamples },
    ];
  };

  return {
    push: (bytes) => flatMapItems(reader.push(bytes), eventsOf),
    end: () => [...reader.end().flatMap(eventsOf), ...stored.end(), ...recognition.end()],
  };
};

/** A CMS50 that speaks V5.0A: 60 packets a second, each with numbers and one sample of the pulse wave. */
export const stream: OximeterStream = {
  manifest,
  framesPerSecond: PACKETS_PER_SECOND,
  wave: { sampleRateHz: PACKETS_PER_SECOND, fullScale: WAVE_FULL_SCALE },
  rules: STABILITY,
  // One sixth of a second.
  toleratedBadFrames: 10,
  talk: {
    // A unit that another program left in its recording comes back to live data; some begin with any byte from the host.
    hello: [command('live')],
    start: [command('live')],
    stop: [],
  },
  createReader,
};
