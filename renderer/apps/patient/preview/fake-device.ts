import type { CaptureFeedback } from '#core/contract/live.ts';
import type { Live } from '#renderer/stores/live.ts';

const RATE_HZ = 60;

/** A pulse with a dicrotic notch, 84 a minute. */
const pleth = (seconds: number): number => {
  const phase = (seconds * 1.4) % 1;
  const beat = Math.exp(-(((phase - 0.16) / 0.075) ** 2));
  const notch = 0.42 * Math.exp(-(((phase - 0.36) / 0.09) ** 2));
  const tail = 0.2 * Math.exp(-(((phase - 0.52) / 0.13) ** 2));
  return Math.min(1, 0.06 + 0.85 * beat + notch + tail);
};

const FEEDBACK: Readonly<Record<string, CaptureFeedback>> = {
  oximetry: { measure: 'oximetry', state: 'steady', signal: 3, steadyForMs: 5_500, steadyNeededMs: 13_500 },
  'oximetry-place': {
    measure: 'oximetry',
    state: 'sensor-off',
    signal: 0,
    steadyForMs: 0,
    steadyNeededMs: 13_500,
  },
  'pressure-measuring': {
    measure: 'blood-pressure',
    state: 'measuring',
    elapsedMs: 21_000,
    longestMs: 60_000,
  },
  weight: { measure: 'body-weight', state: 'settling', values: { weight: { value: 61.4, unit: 'kg' } } },
  'call-oximetry': {
    measure: 'oximetry',
    state: 'unstable',
    signal: 2,
    steadyForMs: 2_000,
    steadyNeededMs: 13_500,
  },
};

/** Feeds the screen with a made-up device for as long as the page is open. */
export const startFakeDevice = (live: Live, screen: string) => {
  const feedback = FEEDBACK[screen];
  if (feedback === undefined) return;
  const start = performance.now();
  let sent = 0;
  setInterval(() => {
    const now = performance.now();
    const due = Math.floor(((now - start) / 1000) * RATE_HZ);
    if (due > sent && feedback.measure === 'oximetry' && feedback.signal > 0) {
      const samples = Array.from({ length: Math.min(200, due - sent) }, (_, index) =>
        pleth((sent + index) / RATE_HZ),
      );
      live.take({
        type: 'wave',
        deviceId: 'oximeter',
        epoch: 1,
        wave: 'pleth',
        sequence: sent,
        sampleRateHz: RATE_HZ,
        arrivedAtMs: now,
        samples,
      });
    }
    sent = due;
    live.take({ type: 'beat', sentAtMs: now });
    live.take({
      type: 'feedback',
      deviceId: 'device',
      epoch: 1,
      captureId: `capture-${feedback.measure}`,
      arrivedAtMs: now,
      feedback,
    });
  }, 33);
};
