import type { Milliseconds } from '../time.ts';

/** One picture in place of moving ones, on the rung `stills`. */
export const LINE_PICTURE_TIMES = {
  everyMs: 5_000,
  /** A camera that shows nothing yet is asked again after this. */
  againMs: 500,
  /** A picture that has not come through in this time is given up for a newer one. */
  giveUpMs: 15_000,
  /** The last picture is shown this long, with its time; then there is none. */
  shownMs: 20_000,
} as const;

/** Smaller than this a face tells nothing; larger than that a picture tells no more. Bytes. */
const LEAST_BYTES = 3_000;
const MOST_BYTES = 16_000;
/** Of the line, the part that pictures may take beside sound and measures. */
const PART = 0.3;

/** How large a picture may be, in bytes, so that the next one finds a free line; `availableBps` in bit/s, undefined when not known. */
export const linePictureBytes = (availableBps: number | undefined): number => {
  if (availableBps === undefined) return LEAST_BYTES;
  const bytes = (PART * availableBps * LINE_PICTURE_TIMES.everyMs) / 8_000;
  return Math.round(Math.min(MOST_BYTES, Math.max(LEAST_BYTES, bytes)));
};

/** What the sender of pictures does now. */
export type PictureStep = 'take' | 'wait' | 'replace';

/**
 * A picture every 5 s, one at a time: a newer one waits until the last has come through, or replaces it once it is given up.
 * `since`: milliseconds since the last one was asked of the camera, undefined before the first; `gotNone`: it showed nothing then.
 */
export const pictureStep = (
  since: Milliseconds | undefined,
  { underWay, gotNone }: { readonly underWay: boolean; readonly gotNone: boolean },
): PictureStep => {
  const { againMs, everyMs, giveUpMs } = LINE_PICTURE_TIMES;
  if (since === undefined) return 'take';
  if (underWay) return since >= giveUpMs ? 'replace' : 'wait';
  return since >= (gotNone ? againMs : everyMs) ? 'take' : 'wait';
};
