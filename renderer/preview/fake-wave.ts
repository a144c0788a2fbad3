import type { WaveBlock } from '#core/contract/live.ts';
import type { WaveFeed } from '#renderer/ui/wave/wave-canvas.tsx';

const SAMPLE_RATE_HZ = 60;
const BLOCK_MS = 100;
const SAMPLES = (SAMPLE_RATE_HZ * BLOCK_MS) / 1_000;

/** A pulse with a dicrotic notch, 0 to 1, at a phase of 0 to 1. */
const pulseAt = (phase: number): number =>
  0.12 + 0.75 * Math.exp(-(((phase - 0.18) / 0.09) ** 2)) + 0.28 * Math.exp(-(((phase - 0.45) / 0.1) ** 2));

/** An endless pulse wave; blocks 31 to 36 of each 100 are lost, to see a gap. */
export const fakeWave: WaveFeed = (listener) => {
  let block = 0;
  const send = () => {
    const first = block * SAMPLES;
    block += 1;
    if (block % 100 > 30 && block % 100 < 37) return;
    const message: WaveBlock = {
      type: 'wave',
      deviceId: 'oximeter',
      epoch: 4,
      wave: 'pleth',
      sequence: first,
      sampleRateHz: SAMPLE_RATE_HZ,
      arrivedAtMs: performance.now(),
      samples: Array.from({ length: SAMPLES }, (_, index) =>
        pulseAt((((first + index) / SAMPLE_RATE_HZ) * 1.35) % 1),
      ),
    };
    listener(message);
  };
  const timer = setInterval(send, BLOCK_MS);
  return () => clearInterval(timer);
};
