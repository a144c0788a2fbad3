import type { DecodedReading, DeviceIdentity, InvalidReason, ReadingFlag } from '#core/vitals/decoded.ts';
import type { Values } from '#core/vitals/kinds.ts';
import { concatBytes } from '../../kit/bytes.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { createRunTracker, type Run } from '../../kit/stability.ts';
import { manifest } from './manifest.ts';
import { createPacketReader, deviceIdText, type Packet, TYPES } from './packets.ts';
import {
  decodeRealTime,
  isLowPerfusion,
  SAMPLE_RATE_HZ,
  STABILITY,
  sampleOf,
  WAVE_FULL_SCALE,
} from './protocol.ts';

/** What every unit answers that was never given a name. */
const UNNAMED = 'user';

/** Identity that a device-id packet (type 04) adds to. */
export const identityOf = (packet: Packet): DeviceIdentity => {
  const text = deviceIdText(packet.data);
  const named = text !== '' && text.toLowerCase() !== UNNAMED;
  return named ? { ...manifest.identity, serial: text } : manifest.identity;
};

/** Turns the live stream into one reading per run of equal values, and its waveform into blocks of at most one second. */
export const createDecoder = (): Decoder => {
  const reader = createPacketReader();
  const tracker = createRunTracker<Values, InvalidReason>(STABILITY);
  let device = manifest.identity;
  let runFrames: Uint8Array[] = [];
  let weakFrames = 0;
  let samples: (number | null)[] = [];
  let firstSample = 0;

  const readingOf = (run: Run<Values, InvalidReason>): DecodedReading => {
    const { sample, frames, confirmed } = run;
    // One weak frame in a long run is damage, not perfusion.
    const isWeak = sample.type === 'value' && weakFrames * 2 >= frames;
    const flags: ReadingFlag[] = isWeak ? ['low-perfusion'] : [];
    const common = { kind: 'oximetry' as const, flags, device, frames };
    if (sample.type === 'none') return { ...common, status: 'invalid', reason: sample.reason };
    return confirmed
      ? { ...common, status: 'valid', values: sample.value }
      : { ...common, status: 'invalid', reason: 'unconfirmed' };
  };

  const closeRun = (run: Run<Values, InvalidReason> | undefined): Decoded[] => {
    if (run === undefined) return [];
    const decoded: Decoded = { type: 'reading', reading: readingOf(run), raw: concatBytes(runFrames) };
    runFrames = [];
    weakFrames = 0;
    return [decoded];
  };

  const closeWave = (): Decoded[] => {
    if (samples.length === 0) return [];
    const wave = {
      wave: 'pleth',
      sampleRateHz: SAMPLE_RATE_HZ,
      first: firstSample,
      fullScale: WAVE_FULL_SCALE,
      samples,
    } as const;
    firstSample += samples.length;
    samples = [];
    return [{ type: 'wave', wave }];
  };

  const takeFrame = (packet: Packet): Decoded[] => {
    const frame = decodeRealTime(packet.data);
    const ended = closeRun(tracker.push(sampleOf(frame)));
    runFrames.push(packet.raw);
    if (isLowPerfusion(frame)) weakFrames += 1;
    samples.push(frame.probeError ? null : frame.waveform);
    return [...ended, ...(samples.length >= SAMPLE_RATE_HZ ? closeWave() : [])];
  };

  const takeDamage = (): Decoded[] => {
    const wave = closeWave();
    // At least one sample is lost: the jump in the numbers shows the gap.
    firstSample += 1;
    return [...wave, ...closeRun(tracker.push({ type: 'none', reason: 'structure' }))];
  };

  const takePacket = (packet: Packet): Decoded[] => {
    if (packet.type === TYPES.realTime) return takeFrame(packet);
    if (packet.type === TYPES.deviceId) device = identityOf(packet);
    return [];
  };

  return {
    push: (bytes) =>
      reader
        .push(bytes)
        .flatMap((event) => (event.type === 'damage' ? takeDamage() : takePacket(event.packet))),
    end: () => [...closeWave(), ...closeRun(tracker.end())],
  };
};
