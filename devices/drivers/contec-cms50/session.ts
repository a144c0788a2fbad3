import { failure } from '#core/contract/error-codes.ts';
import type { Milliseconds } from '#core/time.ts';
import { every } from '../../kit/clock.ts';
import type { DriverSession, SessionContext } from '../../kit/driver.ts';
import { identityOf } from './decoder.ts';
import { manifest } from './manifest.ts';
import { COMMANDS, createPacketReader, hostPacket, type Packet, TYPES } from './packets.ts';
import { decodeRealTime, SAMPLE_RATE_HZ, sampleOf, WAVE_FULL_SCALE } from './protocol.ts';
import { createSteadiness, type Steadiness } from './steadiness.ts';

/** Timing of the conversation, in milliseconds. */
const DELAYS = {
  /** V7.0 asks for a keep-alive at least every 5 s. */
  keepAlive: 2_500,
  /** V7.0: the device answers within 1 s. */
  reply: 1_000,
  /** Feedback to the patient, four times a second. */
  feedback: 250,
  /** A stream that gives no packet for so long is lost: the live value has just become too old to be shown. */
  streamLost: 3_000,
  /** Longest time that a patient is asked to keep trying. */
  capture: 120_000,
  /** After the reading, the wave goes on for the physician until the finger has been out for so long. */
  fingerGone: 3_000,
} as const;

interface Stream {
  readonly steadiness: Steadiness;
  readonly startedAt: Milliseconds;
  lastPacketAt: Milliseconds;
  lastByteAt: Milliseconds;
  lastFingerAt: Milliseconds;
  sampleNumber: number;
  delivered: boolean;
  stopTimers: () => void;
}

/** Talks with one oximeter: identification, keep-alive, one capture at a time. */
export const createSession = (context: SessionContext): DriverSession => {
  const { clock, emit } = context;
  const reader = createPacketReader();
  const cancels: (() => void)[] = [];
  let stream: Stream | undefined;
  let answered = false;
  let closed = false;

  const command = (code: number): void => context.write(hostPacket(code));

  const askIdentity = (): void => {
    command(COMMANDS.deviceId);
    command(COMMANDS.perfusionIndexSupport);
  };

  /** Some units obey only after both kinds of transfer were stopped. */
  const stopTransfers = (): void => {
    command(COMMANDS.stopStoredData);
    command(COMMANDS.stopRealTime);
  };

  const endStream = (): void => {
    stream?.stopTimers();
    stream = undefined;
    command(COMMANDS.stopRealTime);
    emit({ type: 'idle' });
  };

  const deliver = (active: Stream): void => {
    const reading = active.steadiness.reading();
    if (active.delivered || reading === undefined) return;
    active.delivered = true;
    const { values, frames, signal, raw } = reading;
    emit({
      type: 'reading',
      reading: { kind: 'oximetry', status: 'valid', values, flags: [], device: identity, frames },
      signal,
      raw,
    });
  };

  let identity = manifest.identity;

  const receivePacket = (packet: Packet, samples: (number | null)[]): void => {
    if (!answered || packet.type === TYPES.deviceId) {
      answered = true;
      if (packet.type === TYPES.deviceId) identity = identityOf(packet);
      emit({ type: 'identified', identity });
    }
    if (packet.type !== TYPES.realTime || stream === undefined) return;
    const frame = decodeRealTime(packet.data);
    const now = clock.monotonic();
    stream.lastPacketAt = now;
    if (!frame.probeError) stream.lastFingerAt = now;
    samples.push(frame.probeError ? null : frame.waveform);
    stream.steadiness.push({ frame, sample: sampleOf(frame), raw: packet.raw }, now);
  };

  const flushWave = (active: Stream, samples: (number | null)[]): void => {
    if (samples.length === 0) return;
    const first = active.sampleNumber;
    active.sampleNumber += samples.length;
    const wave = { wave: 'pleth', sampleRateHz: SAMPLE_RATE_HZ, first, fullScale: WAVE_FULL_SCALE } as const;
    emit({ type: 'wave', wave: { ...wave, samples: [...samples] } });
    samples.length = 0;
  };

  const noteGap = (active: Stream, now: Milliseconds): void => {
    const silent = now - active.lastPacketAt;
    // Shorter pauses are the line's buffering, not lost samples.
    if (active.sampleNumber > 0 && silent > DELAYS.reply / 2) {
      active.sampleNumber += Math.round((silent / 1000) * SAMPLE_RATE_HZ);
    }
  };

  const watch = (active: Stream): void => {
    const now = clock.monotonic();
    const silent = now - active.lastPacketAt;
    if (silent > DELAYS.streamLost) {
      const garbled = now - active.lastByteAt < DELAYS.reply;
      emit({ type: 'fault', failure: failure(garbled ? 'DEVICE_GARBLED' : 'DEVICE_SILENT') });
      return;
    }
    emit({ type: 'feedback', feedback: active.steadiness.feedback(now) });
    if (active.delivered && now - active.lastFingerAt > DELAYS.fingerGone) endStream();
    else if (!active.delivered && now - active.startedAt > DELAYS.capture) {
      const off = active.steadiness.feedback(now).state === 'sensor-off';
      emit({ type: 'failed', failure: failure(off ? 'CAPTURE_TIMEOUT' : 'CAPTURE_SIGNAL_LOST') });
      endStream();
    }
  };

  const startStream = (): void => {
    const now = clock.monotonic();
    const active: Stream = {
      steadiness: createSteadiness(),
      startedAt: now,
      lastPacketAt: now,
      lastByteAt: Number.NEGATIVE_INFINITY,
      lastFingerAt: now,
      sampleNumber: 0,
      delivered: false,
      stopTimers: () => {
        stopFeedback();
        stopRetry();
      },
    };
    const stopFeedback = every(clock, DELAYS.feedback, () => watch(active));
    const stopRetry = clock.after(DELAYS.reply, () => {
      if (active.sampleNumber > 0) return;
      stopTransfers();
      command(COMMANDS.startRealTime);
    });
    stream = active;
    command(COMMANDS.startRealTime);
  };

  return {
    start: () => {
      cancels.push(every(clock, DELAYS.keepAlive, () => command(COMMANDS.keepAlive)));
      cancels.push(
        clock.after(DELAYS.reply, () => {
          if (answered) return;
          stopTransfers();
          askIdentity();
        }),
      );
      command(COMMANDS.stopRealTime);
      askIdentity();
    },
    receive: (bytes) => {
      if (closed) return;
      const now = clock.monotonic();
      const samples: (number | null)[] = [];
      if (stream !== undefined) {
        noteGap(stream, now);
        stream.lastByteAt = now;
      }
      for (const event of reader.push(bytes)) {
        if (event.type === 'packet') receivePacket(event.packet, samples);
        else if (stream !== undefined) {
          flushWave(stream, samples);
          stream.sampleNumber += 1;
          stream.steadiness.push(undefined, now);
        }
      }
      if (stream === undefined) return;
      flushWave(stream, samples);
      deliver(stream);
    },
    startCapture: () => {
      if (closed) return;
      if (stream !== undefined) endStream();
      startStream();
    },
    stopCapture: () => {
      if (stream !== undefined) endStream();
    },
    close: () => {
      if (closed) return;
      closed = true;
      stream?.stopTimers();
      stream = undefined;
      for (const cancel of cancels) cancel();
      command(COMMANDS.stopRealTime);
    },
  };
};
