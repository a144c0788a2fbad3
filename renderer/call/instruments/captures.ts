/// <reference path="./track-frames.d.ts" />
import { type Failure, failure } from '#core/contract/error-codes.ts';
import { type Heard, hear, NOTHING_HEARD } from '#core/instruments/whole-sound.ts';
import { fail, ok, type Result } from '#core/result.ts';
import { wavOf } from './wav.ts';

/** A picture as the camera yields it, lossless. */
export interface Still {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** A piece of sound as the stethoscope yields it, lossless. */
export interface Clip {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly durationMs: number;
  /** Which of the recordings it is: 0 for the first, 1 for the one after the first `onAgain`. */
  readonly recording: number;
}

/** Takes stills and clips from a track; neither is kept anywhere. */
export interface Captures {
  /** The first whole frame after `letGo` others. `INSTRUMENT_BUSY`: none came; `CAPTURE_STOPPED`: the signal. */
  still(track: MediaStreamTrack, signal: AbortSignal, letGo: number): Promise<Result<Still, Failure>>;
  /**
   * The first sound of this length without a hole; `onAgain` is told of each hole that makes it begin anew. `CLIP_BROKEN`: the sound
   * ended, or had holes for 45 s; `CAPTURE_STOPPED`: the signal.
   */
  clip(
    track: MediaStreamTrack,
    durationMs: number,
    signal: AbortSignal,
    onAgain: () => void,
  ): Promise<Result<Clip, Failure>>;
}

/** A clip that never comes whole is given up after this. */
const LIMIT_US = 45_000_000;
/** Pieces of sound that wait while the window is busy: two seconds of them. */
const BUFFERED_PIECES = 200;

const pngOf = async (frame: VideoFrame): Promise<Still | undefined> => {
  const { displayWidth: width, displayHeight: height } = frame;
  const canvas = new OffscreenCanvas(width, height);
  const surface = canvas.getContext('2d', { alpha: false });
  if (surface === null) return undefined;
  surface.drawImage(frame, 0, 0);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
};

const samplesOf = (data: AudioData, channel: number): Float32Array => {
  const samples = new Float32Array(data.numberOfFrames);
  data.copyTo(samples, { planeIndex: channel, format: 'f32-planar' });
  return samples;
};

const joined = (pieces: readonly Float32Array[], length: number): Float32Array => {
  const whole = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    if (at >= length) break;
    whole.set(piece.subarray(0, length - at), at);
    at += piece.length;
  }
  return whole;
};

/** From the browser's own frames, so that nothing is resampled or compressed on the way. */
export const createCaptures = (): Captures => ({
  still: async (track, signal, letGo) => {
    const reader = new MediaStreamTrackProcessor<VideoFrame>({ track }).readable.getReader();
    const cancel = (): void => void reader.cancel().catch(() => {});
    signal.addEventListener('abort', cancel);
    try {
      for (let gone = 0; gone < letGo; gone += 1) (await reader.read()).value?.close();
      const { value: frame } = await reader.read();
      if (frame === undefined) return fail(failure(signal.aborted ? 'CAPTURE_STOPPED' : 'INSTRUMENT_BUSY'));
      const still = await pngOf(frame);
      frame.close();
      return still === undefined ? fail(failure('INSTRUMENT_BUSY', 'no surface')) : ok(still);
    } finally {
      signal.removeEventListener('abort', cancel);
      cancel();
    }
  },
  clip: async (track, durationMs, signal, onAgain) => {
    const processor = new MediaStreamTrackProcessor<AudioData>({ track, maxBufferSize: BUFFERED_PIECES });
    const reader = processor.readable.getReader();
    const cancel = (): void => void reader.cancel().catch(() => {});
    signal.addEventListener('abort', cancel);
    let pieces: Float32Array[][] = [];
    let sampleRateHz = 0;
    let frames = 0;
    const wanted = { wantedUs: durationMs * 1_000, limitUs: LIMIT_US };
    const recordings = [0];
    let listened = NOTHING_HEARD;
    let heard: Heard = { heard: 'more' };
    try {
      while (heard.heard === 'more' || heard.heard === 'again') {
        const { value: data } = await reader.read();
        if (data === undefined) return fail(failure(signal.aborted ? 'CAPTURE_STOPPED' : 'CLIP_BROKEN'));
        const { numberOfFrames, numberOfChannels, timestamp } = data;
        const count = Math.min(numberOfChannels, 2);
        if (frames > 0 && (data.sampleRate !== sampleRateHz || pieces.length !== count)) {
          data.close();
          return fail(failure('CLIP_BROKEN', 'format'));
        }
        sampleRateHz = data.sampleRate;
        if (frames === 0) pieces = Array.from({ length: count }, () => []);
        for (let channel = 0; channel < count; channel += 1) pieces[channel]?.push(samplesOf(data, channel));
        frames += numberOfFrames;
        data.close();
        const durationUs = (numberOfFrames * 1_000_000) / sampleRateHz;
        [listened, heard] = hear(listened, { stampUs: timestamp, durationUs }, wanted);
        if (heard.heard === 'again') {
          recordings.push(listened.pieces);
          onAgain();
        }
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      cancel();
    }
    if (heard.heard === 'broken') return fail(failure('CLIP_BROKEN', `${Math.round(heard.missingUs)} us`));
    const { from } = heard;
    const length = Math.round((durationMs * sampleRateHz) / 1_000);
    const channels = pieces.map((each) => joined(each.slice(from), length));
    return ok({
      bytes: wavOf(channels, sampleRateHz),
      sampleRateHz,
      channels: channels.length,
      durationMs,
      recording: recordings.indexOf(from),
    });
  },
});
