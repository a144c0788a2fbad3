import type { WaveBlock } from '#core/contract/live.ts';
import type { Milliseconds } from '#core/time.ts';
import type { WaveSamples } from '#devices/kit/driver.ts';

/** Most samples of one live block (the contract's limit). */
const LARGEST_BLOCK = 240;

/** Live blocks of a stretch of samples, scaled to 0 to 1. */
export const waveBlocks = (
  { wave, sampleRateHz, first, samples, fullScale }: WaveSamples,
  source: { readonly deviceId: string; readonly epoch: number; readonly arrivedAtMs: Milliseconds },
): WaveBlock[] => {
  const scaled = samples.map((sample) => (sample === null ? null : sample / fullScale));
  return Array.from({ length: Math.ceil(scaled.length / LARGEST_BLOCK) }, (_, index) => ({
    type: 'wave',
    ...source,
    wave,
    sequence: first + index * LARGEST_BLOCK,
    sampleRateHz,
    samples: scaled.slice(index * LARGEST_BLOCK, (index + 1) * LARGEST_BLOCK),
  }));
};
