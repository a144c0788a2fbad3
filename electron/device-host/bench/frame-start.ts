import type { Clock, Milliseconds } from '#core/time.ts';
import type { Station } from '../station.ts';

/** A line that was quiet for so long is between two frames: at 2400 baud a byte takes 4 ms, and adapters hold bytes back for 16. */
const QUIET: Milliseconds = 200;

/**
 * Lets traffic pass from the first beginning of a frame on. A mask that began in the middle of one would not know what the rest of it
 * belongs to, and let a patient's identifier through.
 */
export const createFrameStart = (
  clock: Clock,
  { driver, counts }: Pick<Station, 'driver' | 'counts'>,
): ((direction: 'from-device' | 'to-device') => boolean) => {
  const quietFor = counts().lastByteAgoMs;
  let lastByteAt = quietFor === undefined ? Number.NEGATIVE_INFINITY : clock.monotonic() - quietFor;
  let begun = driver.createMask === undefined;
  return (direction) => {
    if (direction === 'to-device') return true;
    const now = clock.monotonic();
    if (now - lastByteAt >= QUIET) begun = true;
    lastByteAt = now;
    return begun;
  };
};
