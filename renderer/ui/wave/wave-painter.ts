import { foldOnto, type TracePoint } from './wave-trace.ts';

/** Empty space ahead of the dot, in CSS pixels: it parts the newest samples from those of the sweep before. */
const GAP_PX = 27;
/** Room above and below for the thick line and the dot, in CSS pixels. */
const MARGIN_PX = 13;

/** Line widths and colours of one screen, in CSS pixels. */
export type WaveLook = {
  readonly fresh: string;
  readonly old: string;
  readonly freshWidth: number;
  readonly oldWidth: number;
};

/** A canvas that is `widthPx` by `heightPx` in CSS pixels and `scale` device pixels to each. */
export type WaveSurface = {
  readonly context: CanvasRenderingContext2D;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly look: WaveLook;
};

export const yOf = (value: number, heightPx: number): number =>
  MARGIN_PX + (1 - value) * (heightPx - 2 * MARGIN_PX);

const strokePoints = (surface: WaveSurface, points: readonly TracePoint[], fresh: boolean) => {
  const { context, widthPx, heightPx, look } = surface;
  context.strokeStyle = fresh ? look.fresh : look.old;
  context.lineWidth = fresh ? look.freshWidth : look.oldWidth;
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.beginPath();
  let drawing = false;
  for (const { at, value } of points) {
    if (value === null) {
      drawing = false;
      continue;
    }
    const { x } = foldOnto(at, widthPx);
    const y = yOf(value, heightPx);
    if (drawing) context.lineTo(x, y);
    else context.moveTo(x, y);
    drawing = true;
  }
  context.stroke();
};

/** Draws everything: after a resize, a change of theme, and once a sweep, when the fresh trace becomes the old one. */
export const paintAll = (surface: WaveSurface, points: readonly TracePoint[]) => {
  const { context, widthPx, heightPx } = surface;
  context.clearRect(0, 0, widthPx, heightPx);
  const head = points.at(-1);
  if (head === undefined) return;
  const now = foldOnto(head.at, widthPx);
  const isFresh = ({ at }: TracePoint) => foldOnto(at, widthPx).sweep === now.sweep;
  const isOld = (point: TracePoint) => !isFresh(point) && foldOnto(point.at, widthPx).x > now.x + GAP_PX;
  strokePoints(surface, points.filter(isOld), false);
  strokePoints(surface, points.filter(isFresh), true);
};

/**
 * Draws only what is new: the strip ahead is wiped as far as the head moved, then the new segments are stroked from the last
 * point drawn. Returns false when the head passed the right edge and everything must be drawn once.
 */
export const paintAdded = (
  surface: WaveSurface,
  last: TracePoint | undefined,
  added: readonly TracePoint[],
): boolean => {
  const head = added.at(-1);
  if (head === undefined) return true;
  const { context, widthPx, heightPx } = surface;
  const from = foldOnto(last?.at ?? head.at, widthPx);
  const to = foldOnto(head.at, widthPx);
  if (last === undefined || from.sweep !== to.sweep) return false;
  context.clearRect(from.x + GAP_PX, 0, to.x - from.x, heightPx);
  strokePoints(surface, [last, ...added], true);
  return true;
};
