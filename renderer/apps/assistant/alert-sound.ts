import type { Milliseconds } from '#core/time.ts';
import type { Alert } from './model/current-task.ts';

type Note = { readonly frequencyHz: number; readonly startSeconds: number };

/** Two calm notes for help, the same twice when nobody came, three quicker ones for an emergency: told apart with the eyes elsewhere. */
const NOTES: Record<Exclude<Alert, 'none'>, readonly Note[]> = {
  help: [
    { frequencyHz: 660, startSeconds: 0 },
    { frequencyHz: 880, startSeconds: 0.22 },
  ],
  'help-again': [
    { frequencyHz: 660, startSeconds: 0 },
    { frequencyHz: 880, startSeconds: 0.22 },
    { frequencyHz: 660, startSeconds: 0.6 },
    { frequencyHz: 880, startSeconds: 0.82 },
  ],
  emergency: [
    { frequencyHz: 988, startSeconds: 0 },
    { frequencyHz: 784, startSeconds: 0.16 },
    { frequencyHz: 988, startSeconds: 0.32 },
  ],
};
const NOTE_SECONDS = 0.3;
const GAINS: Record<Exclude<Alert, 'none'>, number> = { help: 0.25, 'help-again': 0.5, emergency: 0.25 };
/** Pause between two rings, in milliseconds. */
export const RING_EVERY: Record<Exclude<Alert, 'none'>, Milliseconds> = {
  help: 5_000,
  'help-again': 3_000,
  emergency: 2_500,
};

const play = (context: AudioContext, note: Note, peak: number): void => {
  const start = context.currentTime + note.startSeconds;
  const end = start + NOTE_SECONDS;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = note.frequencyHz;
  gain.gain.setValueAtTime(0.0001, start);
  gain.gain.exponentialRampToValueAtTime(peak, start + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.0001, end);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(end);
};

/** Rings on the staff side; the audio device is opened by the first ring. */
export const createRinger = (makeContext: () => AudioContext): ((alert: Exclude<Alert, 'none'>) => void) => {
  let context: AudioContext | undefined;
  return (alert) => {
    context ??= makeContext();
    const ringing = context;
    void ringing.resume().then(() => {
      for (const note of NOTES[alert]) play(ringing, note, GAINS[alert]);
    });
  };
};
