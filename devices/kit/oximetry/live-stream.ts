import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import type { WaveSamples } from '../driver.ts';
import { createDeviceTime } from './device-time.ts';
import { createSteadiness, type SteadyReading } from './steadiness.ts';
import type { OximeterStream, OximetryFrame } from './stream.ts';

/** Silence on the line that is longer than its buffering: samples were lost in it. */
const GAP_MS: Milliseconds = 500;

/** One running capture of a streaming oximeter. Times are of the session's clock. */
export interface LiveStream {
  readonly startedAt: Milliseconds;
  /** Bytes arrived: a long silence before them is a gap in the wave. */
  bytes(at: Milliseconds): void;
  frame(frame: OximetryFrame, at: Milliseconds): void;
  pleth(sample: number | null, at: Milliseconds): void;
  /** The device says the same as before, its own clock included. */
  stuck(): void;
  /** Damage on the line; returns the wave before it. */
  damage(lostSamples: number, at: Milliseconds): readonly WaveSamples[];
  /** Wave samples since the last call. */
  flush(): readonly WaveSamples[];
  feedback(at: Milliseconds): Extract<CaptureFeedback, { measure: 'oximetry' }>;
  /** The steady reading, once. */
  takeReading(): SteadyReading | undefined;
  delivered(): boolean;
  hasFrames(): boolean;
  lastFrameAt(): Milliseconds;
  lastFingerAt(): Milliseconds;
  /** When the device last said something that it had not said before. */
  lastChangeAt(): Milliseconds;
}

/** A capture that begins now. */
export const createLiveStream = (stream: OximeterStream, startedAt: Milliseconds): LiveStream => {
  const steadiness = createSteadiness(stream);
  let samples: (number | null)[] = [];
  let sampleNumber = 0;
  let lastBytesAt = startedAt;
  let lastFrameAt = startedAt;
  let lastFingerAt = startedAt;
  let lastChangeAt = startedAt;
  let lastSample: number | null | undefined;
  let isStuck = false;
  const deviceTime = createDeviceTime();
  let frames = 0;
  let delivered = false;

  const flush = (): readonly WaveSamples[] => {
    if (samples.length === 0 || stream.wave === undefined) return [];
    const wave = { wave: 'pleth', ...stream.wave, first: sampleNumber, samples } as const;
    sampleNumber += samples.length;
    samples = [];
    return [wave];
  };

  return {
    startedAt,
    flush,
    bytes: (at) => {
      const silent = at - lastBytesAt;
      lastBytesAt = at;
      if (stream.wave !== undefined && frames > 0 && silent > GAP_MS)
        sampleNumber += Math.round((silent / 1_000) * stream.wave.sampleRateHz);
    },
    frame: (frame, at) => {
      frames += 1;
      lastFrameAt = at;
      const off = frame.sample.type === 'none' && frame.sample.reason === 'sensor-off';
      if (!off) lastFingerAt = at;
      // Without a wave, any frame is news unless the reader says that the device's own clock stands still.
      if ((stream.wave === undefined && !isStuck) || frame.sample.type === 'none') lastChangeAt = at;
      // What a clock that stands still says over and over, or a memory prints, is worth no more than damage.
      const isLive = !isStuck && deviceTime.runsTrue(frame.deviceTime, at);
      isStuck = false;
      steadiness.push(isLive ? frame : undefined, at);
    },
    pleth: (sample, at) => {
      if (sample === null || sample !== lastSample) lastChangeAt = at;
      lastSample = sample;
      samples.push(sample);
    },
    stuck: () => {
      isStuck = true;
    },
    damage: (lostSamples, at) => {
      const waves = flush();
      sampleNumber += lostSamples;
      steadiness.push(undefined, at);
      return waves;
    },
    feedback: (at) => steadiness.feedback(at),
    takeReading: () => {
      const reading = delivered ? undefined : steadiness.reading();
      delivered ||= reading !== undefined;
      return reading;
    },
    delivered: () => delivered,
    hasFrames: () => frames > 0,
    lastFrameAt: () => lastFrameAt,
    lastFingerAt: () => lastFingerAt,
    lastChangeAt: () => lastChangeAt,
  };
};
