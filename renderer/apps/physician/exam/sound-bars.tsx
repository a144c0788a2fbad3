import { useEffect, useRef } from 'react';
import type { Listening } from '#renderer/call/instruments/listening.ts';

const BARS = 100;
/** Fifteen seconds across. */
const BAR_MS = 150;
/** A loud heart sound fills the height; quieter ones keep their proportion. */
const FULL = 0.5;

type SoundBarsProps = {
  readonly listening: Listening;
  /** Bars are added only while this holds: what is not live leaves a gap, never a bar. */
  readonly running: boolean;
  readonly label: string;
};

/** Loudness over the last fifteen seconds, newest at the right. */
export const SoundBars = ({ listening, running, label }: SoundBarsProps) => {
  const canvas = useRef<HTMLCanvasElement>(null);
  const peaks = useRef<(number | undefined)[]>([]);
  const isRunning = useRef(running);
  isRunning.current = running;
  useEffect(() => {
    const draw = () => {
      peaks.current = [...peaks.current, isRunning.current ? listening.peak() : undefined].slice(-BARS);
      const surface = canvas.current?.getContext('2d');
      if (!canvas.current || !surface) return;
      const { width, height } = canvas.current;
      surface.clearRect(0, 0, width, height);
      surface.fillStyle = getComputedStyle(canvas.current).color;
      const step = width / BARS;
      const start = BARS - peaks.current.length;
      for (const [index, peak] of peaks.current.entries()) {
        if (peak === undefined) continue;
        const tall = Math.max(2, Math.min(1, peak / FULL) * height);
        surface.fillRect((start + index) * step, (height - tall) / 2, step * 0.6, tall);
      }
    };
    const timer = setInterval(draw, BAR_MS);
    return () => clearInterval(timer);
  }, [listening]);
  return <canvas ref={canvas} className="bars-wave" width={600} height={88} role="img" aria-label={label} />;
};
