import type { Milliseconds } from '#core/time.ts';

/** Loudspeaker and microphone of the cabin, one against the other. */
export interface Ear {
  readonly rateHz: number;
  /** The newest third of a second, -1 to 1; undefined while the microphone has yielded nothing. */
  newest(): Float32Array;
  /** Plays one tone, softly. */
  play(toneHz: number, lastsMs: Milliseconds): void;
  close(): void;
}

/** At 48 kHz, 341 ms: tones 3 Hz apart could be told from one another. */
const SAMPLES = 16_384;
/** As loud as a soft voice; what is said in the cabin is not louder than that in the room. */
const GAIN = 0.2;
const FADE_SECONDS = 0.02;

/** Listens to a microphone and plays by the system's output. */
export const openEar = (microphone: MediaStreamTrack): Ear => {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(new MediaStream([microphone]));
  const analyser = context.createAnalyser();
  analyser.fftSize = SAMPLES;
  source.connect(analyser);
  return {
    rateHz: context.sampleRate,
    newest: () => {
      const samples = new Float32Array(SAMPLES);
      analyser.getFloatTimeDomainData(samples);
      return samples;
    },
    play: (toneHz, lastsMs) => {
      const oscillator = context.createOscillator();
      const gain = context.createGain();
      const start = context.currentTime;
      const end = start + lastsMs / 1_000;
      oscillator.frequency.value = toneHz;
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(GAIN, start + FADE_SECONDS);
      gain.gain.setValueAtTime(GAIN, end - FADE_SECONDS);
      gain.gain.linearRampToValueAtTime(0, end);
      oscillator.connect(gain).connect(context.destination);
      oscillator.start(start);
      oscillator.stop(end);
    },
    close: () => void context.close(),
  };
};
