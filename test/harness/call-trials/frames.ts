/** So many frames in a second or more are a moving picture, not one that was still on its way. */
const MOVING_FRAMES = 3;
const MOVING_WITHIN_MS = 1_500;

/** The first of these times, from `since` on, at which the picture begins to move. Milliseconds, ascending. */
export const movesFrom = (frames: readonly number[], since: number): number | undefined => {
  const later = frames.filter((at) => at >= since);
  return later.find((at, index) => {
    const last = later[index + MOVING_FRAMES - 1];
    return last !== undefined && last - at <= MOVING_WITHIN_MS;
  });
};

/** The longest time without a frame between `since` and `until`. */
export const longestStill = (frames: readonly number[], since: number, until: number): number => {
  const times = [since, ...frames.filter((at) => at > since && at < until), until];
  return Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? at)));
};
