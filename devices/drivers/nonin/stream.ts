import { assertNever } from '#core/result.ts';
import { flatMapItems } from '../../kit/bytes.ts';
import type { OximeterEvent, OximeterReader, OximeterStream } from '../../kit/oximetry/stream.ts';
import type { DisplayFrame } from './display-frame.ts';
import { createFrameReader, type Unit } from './frame-reader.ts';
import { manifest } from './manifest.ts';
import { selectFormat } from './messages.ts';
import { createPacketCollector, type Packet } from './packet.ts';
import { displayReading, type Pulse, packetFrame, STABILITY, spotCheckReading } from './readings.ts';
import { decodeStatus } from './status.ts';
import { FRAMES_PER_PACKET, FRAMES_PER_SECOND, FULL_SCALE, type WaveFrame } from './wave-frames.ts';

const NO_PULSE: Pulse = { perfusion: undefined, artifact: false };

/** What the last pulse was like: a pulse is told for 12 frames, packets between two pulses say nothing of it. */
const pulseAfter = ({ status }: WaveFrame, last: Pulse): Pulse => {
  const { sensorAlarm, sensorDisconnected, outOfTrack, artifact, perfusion } = decodeStatus(status);
  if (sensorAlarm || sensorDisconnected || outOfTrack) return NO_PULSE;
  return artifact || perfusion !== undefined ? { perfusion: perfusion ?? last.perfusion, artifact } : last;
};

const isEqual = (first: Uint8Array, second: Uint8Array): boolean =>
  first.length === second.length && first.every((byte, index) => byte === second[index]);

/** Makes the events of an oximeter of what comes out of the frame reader. */
const createEvents = () => {
  const collector = createPacketCollector();
  let pulse = NO_PULSE;
  let firmware: number | undefined;
  let battery: 'low' | 'good' | undefined;
  let lastPacket: Packet | undefined;

  const identity = (packet: Packet): OximeterEvent[] => {
    if (packet.firmware === firmware) return [];
    firmware = packet.firmware;
    return [{ type: 'answer', identity: { ...manifest.identity, firmware: String(firmware) } }];
  };

  const power = ({ lowBattery }: Packet | DisplayFrame): OximeterEvent[] => {
    const next = lowBattery ? 'low' : 'good';
    if (next === battery) return [];
    battery = next;
    return [{ type: 'battery', battery }];
  };

  const packetEvents = (packet: Packet): OximeterEvent[] => {
    // The timer of a device that lives never stands still: the same packet again, wave and timer included, is no new one.
    const repeats = lastPacket !== undefined && isEqual(packet.raw, lastPacket.raw);
    lastPacket = packet;
    return [
      ...identity(packet),
      ...power(packet),
      ...(repeats ? [{ type: 'stuck' as const }] : []),
      { type: 'frame', frame: packetFrame(packet, pulse) },
    ];
  };

  /** What came before this frame, and its sample of the wave. */
  const waveEvents = (frame: WaveFrame): OximeterEvent[] => {
    const { sensorAlarm, sensorDisconnected } = decodeStatus(frame.status);
    const before = collector.push(frame);
    const told = typeof before === 'object' ? packetEvents(before) : [];
    pulse = pulseAfter(frame, pulse);
    return [
      ...told,
      ...(before === 'broken' ? [{ type: 'damage', reason: 'structure', lostSamples: 0 } as const] : []),
      {
        type: 'pleth',
        sample: sensorAlarm || sensorDisconnected ? null : frame.pleth,
        fullScale: FULL_SCALE[frame.format],
      },
    ];
  };

  const end = (): OximeterEvent[] => {
    const packet = collector.end();
    return packet === undefined ? [] : packetEvents(packet);
  };

  const take = (unit: Unit): OximeterEvent[] => {
    switch (unit.type) {
      case 'wave-frame':
        return waveEvents(unit.frame);
      case 'display-frame':
        return [...end(), ...power(unit.frame), { type: 'frame', frame: displayReading(unit.frame) }];
      case 'spot-check':
        return [{ type: 'record', frame: spotCheckReading(unit.spotCheck), frames: 1 }];
      case 'message':
        // An acknowledgement is one byte, and proves nothing.
        return unit.message.type === 'time' ? [{ type: 'answer' }] : [];
      case 'damage':
        collector.reset();
        return [{ type: 'damage', reason: unit.reason, lostSamples: unit.lostSamples }];
      default:
        return assertNever(unit);
    }
  };
  return { take, end };
};

const createReader = (): OximeterReader => {
  const reader = createFrameReader();
  const events = createEvents();
  return {
    push: (bytes) => flatMapItems(reader.push(bytes), events.take),
    end: () => [...reader.end().flatMap(events.take), ...events.end()],
  };
};

/** A Nonin oximeter: three packets with numbers and 75 samples of the pulse wave a second. */
export const stream: OximeterStream = {
  manifest,
  framesPerSecond: FRAMES_PER_SECOND / FRAMES_PER_PACKET,
  wave: { sampleRateHz: FRAMES_PER_SECOND, fullScale: FULL_SCALE[2] },
  rules: STABILITY,
  // A third of a second; a packet that says that the finger is out is no damage, and ends the count with the second one.
  toleratedBadFrames: 1,
  talk: {
    // The format that has both checksums and a wave. A device that does not obey goes on in its own.
    hello: [selectFormat(2)],
    start: [],
    stop: [],
  },
  createReader,
};
