import { useEffect, useState } from 'react';

/** How often the level is looked at, in milliseconds. */
const LOOK_MS = 100;
/** Speech at arm's length reaches about a tenth of full scale. */
const LOUD = 0.1;

/** How loud the microphone of a stream is, 0 to 1; undefined while there is none. */
export const useMicrophoneLevel = (stream: MediaStream | undefined): number | undefined => {
  const [level, setLevel] = useState<number>();
  const track = stream?.getAudioTracks()[0];
  useEffect(() => {
    if (track === undefined) {
      setLevel(undefined);
      return undefined;
    }
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      setLevel(Math.min(1, Math.sqrt(power) / LOUD));
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
      void context.close();
    };
  }, [track]);
  return level;
};
