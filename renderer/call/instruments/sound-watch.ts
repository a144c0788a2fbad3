import type { Clock } from '#core/time.ts';
import type { WatchSound } from './instrument.ts';

const LOOK_MS = 1_000;
/** Exactly nothing for this many looks: a stethoscope in a quiet room still yields noise. */
const SILENT_LOOKS = 5;

/** Watches for sound that is exactly nothing. */
export const createSoundWatch =
  (clock: Clock): WatchSound =>
  (track, tell) => {
    const context = new AudioContext();
    const meter = context.createAnalyser();
    const samples = new Float32Array(meter.fftSize);
    context.createMediaStreamSource(new MediaStream([track])).connect(meter);
    let silentLooks = 0;
    let cancel = (): void => {};
    const look = (): void => {
      cancel = clock.after(LOOK_MS, look);
      if (context.state !== 'running') return;
      meter.getFloatTimeDomainData(samples);
      const before = silentLooks >= SILENT_LOOKS;
      silentLooks = samples.every((sample) => sample === 0) ? silentLooks + 1 : 0;
      if (before !== silentLooks >= SILENT_LOOKS) tell(silentLooks >= SILENT_LOOKS);
    };
    cancel = clock.after(LOOK_MS, look);
    return () => {
      cancel();
      void context.close();
    };
  };
