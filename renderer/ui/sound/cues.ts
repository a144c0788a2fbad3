/** Soft cues; no alarm ever plays in front of the patient. */
export type Cue = 'kept' | 'again';

type Note = { readonly frequencyHz: number; readonly startSeconds: number; readonly lengthSeconds: number };

/** `kept`: two rising notes. `again`: one low note. */
const CUE_NOTES: Record<Cue, readonly Note[]> = {
  kept: [
    { frequencyHz: 587.33, startSeconds: 0, lengthSeconds: 0.22 },
    { frequencyHz: 880, startSeconds: 0.16, lengthSeconds: 0.38 },
  ],
  again: [{ frequencyHz: 246.94, startSeconds: 0, lengthSeconds: 0.45 }],
};

/** Gain at the top of a note: quiet beside speech. */
const PEAK_GAIN = 0.16;

const playNote = (context: AudioContext, note: Note, from: number) => {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  const start = from + note.startSeconds;
  const end = start + note.lengthSeconds;
  oscillator.type = 'sine';
  oscillator.frequency.value = note.frequencyHz;
  gain.gain.setValueAtTime(0.0001, start);
  gain.gain.exponentialRampToValueAtTime(PEAK_GAIN, start + 0.03);
  gain.gain.exponentialRampToValueAtTime(0.0001, end);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(start);
  oscillator.stop(end + 0.02);
};

/** Plays cues through one audio context, made on the first cue so that a silent visit opens no audio device. */
export const createCuePlayer = (makeContext: () => AudioContext): ((cue: Cue) => void) => {
  let context: AudioContext | undefined;
  return (cue) => {
    context ??= makeContext();
    const playing = context;
    void playing.resume().then(() => {
      for (const note of CUE_NOTES[cue]) playNote(playing, note, playing.currentTime + 0.02);
    });
  };
};
