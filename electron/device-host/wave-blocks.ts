import { MOST_SAMPLES, type WaveBlock } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import type { WaveSamples } from '#devices/kit/driver.ts';

/** Live blocks of a stretch of samples, scaled to 0 to 1. */
export const waveBlocks = (
  { wave, sampleRateHz, first, samples, fullScale }: WaveSamples,
  source: { readonly deviceId: string; readonly epoch: number; readonly arrivedAtMs: Milliseconds },
): WaveBlock[] => {
  const scaled = samples.map((sample) => (sample === null ? null : sample / fullScale));
  return Array.from({ length: Math.ceil(scaled.length / MOST_SAMPLES) }, (_, index) => ({
    type: 'wave',
    ...source,
    wave,
    sequence: first + index * MOST_SAMPLES,
    sampleRateHz,
    samples: scaled.slice(index * MOST_SAMPLES, (index + 1) * MOST_SAMPLES),
  }));
};
