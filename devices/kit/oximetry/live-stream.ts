import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import type { WaveSamples } from '../driver.ts';
import { createDeviceTime } from './device-time.ts';
import { createSteadiness, type SteadyReading } from './steadiness.ts';
import type { OximeterStream, OximetryFrame } from './stream.ts';
import { createWaveBlocks } from './wave-blocks.ts';

/** Silence on the line that is longer than its buffering: samples were lost in it. */
const GAP_MS: Milliseconds = 500;

/** One running capture of a streaming oximeter. Times are of the session's clock. */
export interface LiveStream {
  readonly startedAt: Milliseconds;
  /** Bytes arrived: a long silence before them is a gap in the wave. */
  bytes(at: Milliseconds): void;
  frame(frame: OximetryFrame, at: Milliseconds): void;
  /** One sample of the wave; returns the wave before it when the scale changed. */
  pleth(sample: number | null, at: Milliseconds, fullScale?: number): readonly WaveSamples[];
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
  const waves = createWaveBlocks(stream.wave);
  let lastBytesAt = startedAt;
  let lastFrameAt = startedAt;
  let lastFingerAt = startedAt;
  let lastChangeAt = startedAt;
  let lastSample: number | null | undefined;
  let repeatAnnounced = false;
  let repeats = false;
  const deviceTime = createDeviceTime();
  let frames = 0;
  let delivered = false;

  return {
    startedAt,
    flush: waves.close,
    bytes: (at) => {
      const silent = at - lastBytesAt;
      lastBytesAt = at;
      if (stream.wave !== undefined && frames > 0 && silent > GAP_MS)
        waves.skip(Math.round((silent / 1_000) * stream.wave.sampleRateHz));
    },
    frame: (frame, at) => {
      frames += 1;
      lastFrameAt = at;
      const off = frame.sample.type === 'none' && frame.sample.reason === 'sensor-off';
      if (!off) lastFingerAt = at;
      repeats = repeatAnnounced;
      repeatAnnounced = false;
      // Where no wave has come, any frame is news unless the reader says that the device's own clock stands still.
      if ((lastSample === undefined && !repeats) || frame.sample.type === 'none') lastChangeAt = at;
      // What a clock that stands still says over and over, or a memory prints, is worth no more than damage.
      const isStored = frame.flags?.includes('stored') ?? false;
      const isLive = !repeats && !isStored && deviceTime.runsTrue(frame.deviceTime, at);
      steadiness.push(isLive ? frame : undefined, at);
    },
    pleth: (sample, at, fullScale) => {
      if (sample === null || (sample !== lastSample && !repeats)) lastChangeAt = at;
      lastSample = sample;
      return waves.push(sample, fullScale);
    },
    stuck: () => {
      repeatAnnounced = true;
    },
    damage: (lostSamples, at) => {
      const ended = waves.close();
      waves.skip(lostSamples);
      steadiness.push(undefined, at);
      return ended;
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
