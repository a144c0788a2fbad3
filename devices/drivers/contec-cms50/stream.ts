import type { DeviceIdentity } from '#core/vitals/decoded.ts';
import { flatMapItems } from '../../kit/bytes.ts';
import type { OximeterEvent, OximeterStream } from '../../kit/oximetry/stream.ts';
import { manifest } from './manifest.ts';
import {
  COMMANDS,
  createPacketReader,
  deviceIdText,
  hostPacket,
  type Packet,
  type PacketEvent,
  TYPES,
} from './packets.ts';
import {
  decodeRealTime,
  isLowPerfusion,
  SAMPLE_RATE_HZ,
  STABILITY,
  sampleOf,
  signalQuality,
  WAVE_FULL_SCALE,
} from './protocol.ts';
import { createRecording } from './stored-data.ts';

/** What every unit answers that was never given a name. */
const UNNAMED = 'user';

/** Identity that a device-id packet (type 04) adds to. */
const identityOf = (packet: Packet): DeviceIdentity => {
  const text = deviceIdText(packet.data);
  const named = text !== '' && text.toLowerCase() !== UNNAMED;
  return named ? { ...manifest.identity, serial: text } : manifest.identity;
};

const eventsOf = (packet: Packet): OximeterEvent[] => {
  if (packet.type === TYPES.deviceId) return [{ type: 'answer', identity: identityOf(packet) }];
  if (packet.type !== TYPES.realTime) return [{ type: 'answer' }];
  const frame = decodeRealTime(packet.data);
  return [
    {
      type: 'frame',
      frame: {
        sample: sampleOf(frame),
        weak: isLowPerfusion(frame),
        signal: signalQuality(frame),
        raw: packet.raw,
      },
    },
    { type: 'pleth', sample: frame.probeError ? null : frame.waveform },
  ];
};

/** A CMS50 that speaks V7.0: 60 packets a second, each with numbers and one sample of the pulse wave. */
export const stream: OximeterStream = {
  manifest,
  framesPerSecond: SAMPLE_RATE_HZ,
  wave: { sampleRateHz: SAMPLE_RATE_HZ, fullScale: WAVE_FULL_SCALE },
  rules: STABILITY,
  // One sixth of a second.
  toleratedBadFrames: 10,
  talk: {
    hello: [hostPacket(COMMANDS.deviceId), hostPacket(COMMANDS.perfusionIndexSupport)],
    // Some units obey only after both kinds of transfer were stopped.
    wake: [hostPacket(COMMANDS.stopStoredData), hostPacket(COMMANDS.stopRealTime)],
    start: [hostPacket(COMMANDS.startRealTime)],
    stop: [hostPacket(COMMANDS.stopRealTime)],
    // V7.0 asks for one at least every 5 s.
    keepAlive: { every: 2_500, bytes: hostPacket(COMMANDS.keepAlive) },
  },
  createReader: () => {
    const reader = createPacketReader();
    const recording = createRecording();

    const take = (event: PacketEvent): OximeterEvent[] => {
      if (event.type === 'damage')
        return [...recording.end(), { type: 'damage', reason: 'structure', lostSamples: 1 }];
      const { packet } = event;
      return recording.take(packet) ?? [...recording.end(packet), ...eventsOf(packet)];
    };

    return {
      push: (bytes) => flatMapItems(reader.push(bytes), take),
      end: () => recording.end(),
    };
  },
};
