import { useEffect, useState } from 'react';

/** How often the level is looked at, in milliseconds. */
const LOOK_MS = 100;
/** Looks that a browser may take to begin with sound: three seconds of them. */
const STARTING_LOOKS = 30;
/** Speech at arm's length reaches about a tenth of full scale. */
const LOUD = 0.1;

/** How loud a microphone is. */
export type MicrophoneLevel =
  | { readonly state: 'none' }
  /** `level`: 0 to 1. */
  | { readonly state: 'measured'; readonly level: number }
  /** The browser lets no sample be looked at: Firefox on a computer without a sound output. */
  | { readonly state: 'unknown' };

/** The level of a microphone, as it is now. */
export const useMicrophoneLevel = (track: MediaStreamTrack | undefined): MicrophoneLevel => {
  const [level, setLevel] = useState<MicrophoneLevel>({ state: 'none' });
  useEffect(() => {
    if (track === undefined) {
      setLevel({ state: 'none' });
      return undefined;
    }
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    let standing = 0;
    let heardAt = 0;
    const timer = setInterval(() => {
      standing = context.currentTime === heardAt ? standing + 1 : 0;
      heardAt = context.currentTime;
      if (standing > STARTING_LOOKS) {
        setLevel({ state: 'unknown' });
        return;
      }
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      setLevel({ state: 'measured', level: Math.min(1, Math.sqrt(power) / LOUD) });
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [track]);
  return level;
};
