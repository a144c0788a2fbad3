import { FRAMES_A_SECOND } from '#core/contract/bench.ts';
import type { Clock, Milliseconds } from '#core/time.ts';

/** Frames of one kind that are shown one after the other before the rest is thinned. */
const BURST = 2 * FRAMES_A_SECOND;
const SECOND: Milliseconds = 1_000;

/** Chooses which frames are shown, so that a stream can be read: a few of each kind, and every rare one. */
export interface Thinner {
  /** Whether this frame is shown; `kind` tells what it is like. */
  admits(kind: string): boolean;
  /** Frames of the last whole second, and one of how many of the most frequent kind was shown. */
  rate(): { readonly perSecond: number; readonly oneOf: number };
}

/** Frames of one second, by kind. */
type Window = Map<string, { readonly seen: number; readonly shown: number }>;

/** Each kind has a bucket of its own, filled three times a second. */
export const createThinner = (clock: Clock): Thinner => {
  const buckets = new Map<string, { tokens: number; filledAt: Milliseconds }>();
  let windowBegan = clock.monotonic();
  let current: Window = new Map();
  let last: Window = new Map();

  const turn = (): void => {
    const passed = clock.monotonic() - windowBegan;
    if (passed < SECOND) return;
    last = passed < 2 * SECOND ? current : new Map();
    current = new Map();
    windowBegan += Math.floor(passed / SECOND) * SECOND;
  };

  const takeToken = (kind: string): boolean => {
    const now = clock.monotonic();
    const bucket = buckets.get(kind) ?? { tokens: BURST, filledAt: now };
    const tokens = Math.min(BURST, bucket.tokens + ((now - bucket.filledAt) / SECOND) * FRAMES_A_SECOND);
    const isShown = tokens >= 1;
    buckets.set(kind, { tokens: isShown ? tokens - 1 : tokens, filledAt: now });
    return isShown;
  };

  return {
    admits: (kind) => {
      turn();
      const isShown = takeToken(kind);
      const { seen, shown } = current.get(kind) ?? { seen: 0, shown: 0 };
      current.set(kind, { seen: seen + 1, shown: shown + (isShown ? 1 : 0) });
      return isShown;
    },
    rate: () => {
      turn();
      const counts = [...last.values()].sort((one, other) => other.seen - one.seen);
      const [{ seen, shown } = { seen: 0, shown: 0 }] = counts;
      return {
        perSecond: counts.reduce((sum, count) => sum + count.seen, 0),
        oneOf: Math.max(1, Math.round(seen / Math.max(1, shown))),
      };
    },
  };
};
