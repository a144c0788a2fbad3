/**
 * What one side sends, richest first: `hd` and the two smaller pictures, `stills` (sound and one still every 5 s), `audio`. Measures go
 * over their own channels at every rung and are no rung of their own.
 */
export const RUNGS = ['hd', '360p', '240p', 'stills', 'audio'] as const;
export type Rung = (typeof RUNGS)[number];

/** Sizes of one rung; rates in bit/s of payload, as the browser's encoders and its estimate count them. */
export interface RungSizes {
  /** Undefined: no moving picture. */
  readonly picture:
    | {
        /** Lines; the width follows the camera's shape. */
        readonly height: number;
        readonly framesPerSecond: number;
        readonly leastBitrate: number;
        readonly mostBitrate: number;
      }
    | undefined;
  readonly soundBitrate: number;
  /** What must be left for picture or stills, in bit/s, to stay on this rung and to climb onto it. */
  readonly keep: number;
  readonly enter: number;
}

/**
 * Measured over emulated lines with Chromium: a picture capped about 40 % below the line keeps the queue out of it (EDGE: round trip
 * 660 ms instead of 1070). Lowering the size keeps 10 to 15 frames a second where insisting on it leaves 1 to 3.
 */
export const RUNG_SIZES: Readonly<Record<Rung, RungSizes>> = {
  hd: {
    picture: { height: 720, framesPerSecond: 25, leastBitrate: 400_000, mostBitrate: 1_200_000 },
    soundBitrate: 24_000,
    keep: 420_000,
    enter: 600_000,
  },
  '360p': {
    picture: { height: 360, framesPerSecond: 15, leastBitrate: 100_000, mostBitrate: 250_000 },
    soundBitrate: 16_000,
    keep: 100_000,
    enter: 150_000,
  },
  '240p': {
    picture: { height: 240, framesPerSecond: 8, leastBitrate: 35_000, mostBitrate: 60_000 },
    soundBitrate: 12_000,
    keep: 32_000,
    enter: 50_000,
  },
  stills: { picture: undefined, soundBitrate: 12_000, keep: 6_000, enter: 10_000 },
  audio: { picture: undefined, soundBitrate: 12_000, keep: 0, enter: 0 },
};

/** Of what the browser believes the line bears, this part is used: the rest keeps the queue short. */
const USED_PART = 0.75;

/** What `availableBps` leaves for picture or stills beside all sound, in bit/s; never below zero. */
export const pictureBudget = (availableBps: number, soundBitrate: number): number =>
  Math.max(0, USED_PART * availableBps - soundBitrate);

/** The most that this rung sends as picture and sound, and `besideBps` with them, in bit/s of payload. */
const mostSent = (rung: Rung, besideBps: number): number =>
  (RUNG_SIZES[rung].picture?.mostBitrate ?? 0) + RUNG_SIZES[rung].soundBitrate + besideBps;

/** The estimate does not rise far over what is sent: from this multiple of it on, it says that more has not been tried. */
const SATURATED = 1.8;

/** Whether the estimate stands so far above all that is sent on `rung` that it knows no limit of the line: only a trial can tell. */
export const isUntried = (rung: Rung, besideBps: number, availableBps: number): boolean =>
  availableBps >= SATURATED * mostSent(rung, besideBps);

/** Whether a line of this rung is so thin that headers of packets matter: fewer, longer ones go. */
export const isThin = (rung: Rung): boolean => rung === '240p' || rung === 'stills' || rung === 'audio';

/** Positive when `a` sends more than `b`. */
export const compareRungs = (a: Rung, b: Rung): number => RUNGS.indexOf(b) - RUNGS.indexOf(a);

/** Whether the picture moves on this rung. */
export const isPicture = (rung: Rung): boolean => RUNG_SIZES[rung].picture !== undefined;

/** The one that sends less. */
export const lower = (a: Rung, b: Rung): Rung => (compareRungs(a, b) < 0 ? a : b);

/** The rung below; `audio` has none below. */
export const rungBelow = (rung: Rung): Rung => RUNGS[RUNGS.indexOf(rung) + 1] ?? 'audio';

/** The rung above; undefined above `hd`. */
export const rungAbove = (rung: Rung): Rung | undefined => RUNGS[RUNGS.indexOf(rung) - 1];

/** The highest rung that a line of `availableBps` bears beside `besideBps`: to climb onto (`enter`) or to stay on (`keep`). */
export const rungFor = (availableBps: number, threshold: 'enter' | 'keep', besideBps = 0): Rung =>
  RUNGS.find((rung) => {
    const sizes = RUNG_SIZES[rung];
    return pictureBudget(availableBps, sizes.soundBitrate + besideBps) >= sizes[threshold];
  }) ?? 'audio';

/**
 * Allowed a picture of 360 lines before the line is known, in bit/s: below 300 kbit/s Chromium takes it for too large and drops its first
 * frames. What goes out is bounded by the browser's own estimate.
 */
const FIRST_FRAMES_BPS = 320_000;

/**
 * The bit rate to allow the picture of this rung: within its bounds, what the line leaves beside `besideBps`. Undefined without a moving
 * picture.
 */
export const pictureBitrate = (
  rung: Rung,
  availableBps: number | undefined,
  besideBps = 0,
): number | undefined => {
  const { picture, soundBitrate } = RUNG_SIZES[rung];
  if (!picture) return undefined;
  if (availableBps === undefined)
    return rung === '360p' ? Math.max(picture.mostBitrate, FIRST_FRAMES_BPS) : picture.mostBitrate;
  const budget = pictureBudget(availableBps, soundBitrate + besideBps);
  return Math.round(Math.min(picture.mostBitrate, Math.max(picture.leastBitrate, budget)));
};
