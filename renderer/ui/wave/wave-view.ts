import type { WaveBlock } from '#core/contract/live.ts';
import { paintAdded, paintAll, type WaveSurface, yOf } from './wave-painter.ts';
import {
  EMPTY_TRACE,
  extendTrace,
  foldOnto,
  SWEEP_PIXELS_PER_SECOND,
  type TracePoint,
} from './wave-trace.ts';

/** What was drawn, and when; both times are in milliseconds, `arrivedAtMs` on the sender's monotonic clock. */
export type Drawn = {
  readonly sequence: number;
  readonly arrivedAtMs: number;
  readonly drawnAtMs: number;
};

type WaveViewOptions = {
  readonly canvas: HTMLCanvasElement;
  readonly dot: HTMLElement;
  readonly freshWidth: number;
  readonly oldWidth: number;
  readonly maximumAgeMs: number;
  readonly onDrawn: (drawn: Drawn) => void;
};

/** Longest time between two looks at the age of the curve, in milliseconds. */
const AGE_CHECK_MS = 250;

/** Draws blocks into a canvas, one drawing per frame and only when there is something new. */
export const createWaveView = (options: WaveViewOptions) => {
  const { canvas, dot, maximumAgeMs } = options;
  let surface: WaveSurface | undefined;
  let trace = EMPTY_TRACE;
  let waiting: WaveBlock[] = [];
  let frame: number | undefined;
  let lastPushMs = performance.now();

  const moveDot = () => {
    const head = trace.points.at(-1);
    if (surface === undefined || head === undefined || head.value === null) {
      dot.style.visibility = 'hidden';
      return;
    }
    const { x } = foldOnto(head.at, surface.widthPx);
    dot.style.transform = `translate(${x}px, ${yOf(head.value, surface.heightPx)}px)`;
    dot.style.visibility = 'visible';
  };

  const draw = () => {
    frame = undefined;
    const blocks = waiting;
    if (surface === undefined || blocks.length === 0) return;
    waiting = [];
    const last = trace.points.at(-1);
    const added: TracePoint[] = [];
    let restarted = false;
    for (const block of blocks) {
      const step = extendTrace(trace, block, {
        widthPx: surface.widthPx,
        pixelsPerSecond: SWEEP_PIXELS_PER_SECOND,
      });
      trace = step.trace;
      restarted = restarted || step.restarted;
      added.push(...step.added);
    }
    if (restarted || !paintAdded(surface, last, added)) paintAll(surface, trace.points);
    moveDot();
    const drawnAtMs = performance.now();
    for (const { sequence, samples, arrivedAtMs } of blocks) {
      options.onDrawn({ sequence: sequence + samples.length - 1, arrivedAtMs, drawnAtMs });
    }
  };

  const schedule = () => {
    frame ??= requestAnimationFrame(draw);
  };

  const measure = (deviceWidth: number, deviceHeight: number) => {
    const context = canvas.getContext('2d');
    if (context === null || deviceWidth === 0 || deviceHeight === 0) return;
    const widthPx = canvas.clientWidth;
    const heightPx = canvas.clientHeight;
    const widthChanged = surface !== undefined && surface.widthPx !== widthPx;
    canvas.width = deviceWidth;
    canvas.height = deviceHeight;
    context.scale(deviceWidth / widthPx, deviceHeight / heightPx);
    const style = getComputedStyle(canvas);
    const look = {
      fresh: style.getPropertyValue('--wave'),
      old: style.getPropertyValue('--line'),
      freshWidth: options.freshWidth,
      oldWidth: options.oldWidth,
    };
    surface = { context, widthPx, heightPx, look };
    // Another width folds the strip at other places: what was drawn no longer lies where it was.
    if (widthChanged) trace = EMPTY_TRACE;
    paintAll(surface, trace.points);
    moveDot();
    if (waiting.length > 0) schedule();
  };

  const resizing = new ResizeObserver(([entry]) => {
    const box = entry?.devicePixelContentBoxSize?.[0];
    if (box !== undefined) measure(box.inlineSize, box.blockSize);
  });
  resizing.observe(canvas, { box: 'device-pixel-content-box' });

  const theming = new MutationObserver(() => measure(canvas.width, canvas.height));
  theming.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });

  const ageing = setInterval(() => {
    if (trace.points.length === 0 || performance.now() - lastPushMs <= maximumAgeMs) return;
    trace = EMPTY_TRACE;
    if (surface !== undefined) paintAll(surface, trace.points);
    moveDot();
  }, AGE_CHECK_MS);

  return {
    /** Takes a block to draw in the next frame. */
    push: (block: WaveBlock) => {
      lastPushMs = performance.now();
      waiting.push(block);
      schedule();
    },
    close: () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearInterval(ageing);
      resizing.disconnect();
      theming.disconnect();
      waiting = [];
    },
  };
};
