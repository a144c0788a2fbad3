import type { WaveSamples } from '../driver.ts';
import type { OximeterStream } from './stream.ts';

/** Numbers the samples of a pulse wave and cuts them into blocks of one scale without a gap. */
export interface WaveBlocks {
  /** Takes one sample; returns the block that it ended by coming in another scale. */
  push(sample: number | null, fullScale?: number): readonly WaveSamples[];
  /** The samples since the last block. */
  close(): readonly WaveSamples[];
  /** So many samples were lost: the jump in the numbers shows the gap. */
  skip(samples: number): void;
  /** How many samples wait for their block. */
  waiting(): number;
}

/** A wave that has not begun; a stream without wave has no blocks. */
export const createWaveBlocks = (wave: OximeterStream['wave']): WaveBlocks => {
  let samples: (number | null)[] = [];
  let first = 0;
  let scale = wave?.fullScale ?? 0;

  const close = (): readonly WaveSamples[] => {
    if (samples.length === 0 || wave === undefined) return [];
    const block = {
      wave: 'pleth',
      sampleRateHz: wave.sampleRateHz,
      first,
      samples,
      fullScale: scale,
    } as const;
    first += samples.length;
    samples = [];
    return [block];
  };

  return {
    close,
    push: (sample, fullScale = wave?.fullScale ?? 0) => {
      const ended = fullScale === scale ? [] : close();
      scale = fullScale;
      samples.push(sample);
      return ended;
    },
    skip: (lost) => {
      first += lost;
    },
    waiting: () => samples.length,
  };
};
