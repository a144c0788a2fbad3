import type { LiveMessage } from '#core/contract/live.ts';

const RATE_HZ = 60;
const BLOCK_MS = 100;
const BEAT_MS = 1_000;

/** An oximeter's wave as the device host would send it, sixty samples a second, with a beat each second. */
export interface PulseStream {
  start(): void;
  /** Ends the wave; the beats go on, as the device host's do. */
  stop(): void;
  /** Samples given so far; their numbers begin with 0. */
  given(): number;
}

export const createPulseStream = (give: (message: LiveMessage) => void): PulseStream => {
  let timer: ReturnType<typeof setInterval> | undefined;
  let beganAt = 0;
  let given = 0;
  let beatAt = 0;
  let stopped = false;
  const tick = (): void => {
    const now = performance.now();
    if (now - beatAt >= BEAT_MS) {
      beatAt = now;
      give({ type: 'beat', sentAtMs: now });
    }
    if (stopped) return;
    const due = Math.floor(((now - beganAt) * RATE_HZ) / 1_000);
    if (due === given) return;
    const samples = Array.from(
      { length: due - given },
      (_, index) => 0.5 + 0.4 * Math.sin(((given + index) / RATE_HZ) * 2 * Math.PI * 1.2),
    );
    give({
      type: 'wave',
      deviceId: 'oximeter',
      epoch: 1,
      wave: 'pleth',
      sequence: given,
      sampleRateHz: RATE_HZ,
      arrivedAtMs: now,
      samples,
    });
    given = due;
  };
  return {
    start: () => {
      beganAt = performance.now();
      stopped = false;
      clearInterval(timer);
      timer = setInterval(tick, BLOCK_MS);
    },
    stop: () => {
      stopped = true;
    },
    given: () => given,
  };
};
