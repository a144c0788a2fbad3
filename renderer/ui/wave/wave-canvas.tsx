import { useEffect, useRef } from 'react';
import type { WaveBlock } from '#core/contract/live.ts';
import { createWaveView, type Drawn } from './wave-view.ts';

/** Where blocks come from: calls the listener with each one until the returned function is called. */
export type WaveFeed = (listener: (block: WaveBlock) => void) => () => void;

type WaveCanvasProps = {
  readonly feed: WaveFeed;
  readonly label: string;
  /** Widths of the fresh and the old line, in CSS pixels. */
  readonly freshWidth?: number;
  readonly oldWidth?: number;
  /** How long the curve stays without a new sample before it is wiped, in milliseconds. */
  readonly maximumAgeMs?: number;
  /** Called after samples were drawn, to measure how long a byte takes to become a pixel. */
  readonly onDrawn?: (drawn: Drawn) => void;
};

/**
 * A live curve as a sweep at 25 mm/s: thick where it is new, thin where it is of the sweep before, a gap ahead of the dot.
 * It draws in every motion setting (it is data) and is never mirrored.
 */
export const WaveCanvas = (props: WaveCanvasProps) => {
  const { feed, label, freshWidth = 5, oldWidth = 2.5, maximumAgeMs = 3_000, onDrawn } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const dot = useRef<HTMLSpanElement>(null);
  const notify = useRef(onDrawn);
  notify.current = onDrawn;
  useEffect(() => {
    if (canvas.current === null || dot.current === null) return undefined;
    const view = createWaveView({
      canvas: canvas.current,
      dot: dot.current,
      freshWidth,
      oldWidth,
      maximumAgeMs,
      onDrawn: (drawn) => notify.current?.(drawn),
    });
    const unsubscribe = feed(view.push);
    return () => {
      unsubscribe();
      view.close();
    };
  }, [feed, freshWidth, oldWidth, maximumAgeMs]);
  return (
    <div className="wavebox">
      <canvas ref={canvas} role="img" aria-label={label} />
      <span className="dot" ref={dot} aria-hidden="true" />
    </div>
  );
};
