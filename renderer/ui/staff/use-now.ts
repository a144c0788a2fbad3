import { useEffect, useState } from 'react';
import type { Milliseconds } from '#core/time.ts';

/** The wall clock in milliseconds since 1970, read again every `period`: ages and waits on screen tick with it. */
export const useNow = (period: Milliseconds = 1_000): Milliseconds => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), period);
    return () => clearInterval(timer);
  }, [period]);
  return now;
};

/**
 * What is left of `remaining` milliseconds, counted on this window's monotonic clock from the moment when `since` (an object that is
 * new with each projection) came.
 */
export const useCountdown = (remaining: Milliseconds, since: object): Milliseconds => {
  const [left, setLeft] = useState(remaining);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `since` starts the count anew, with the same remaining time too
  useEffect(() => {
    const start = performance.now();
    const tick = () => setLeft(Math.max(0, remaining - (performance.now() - start)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [remaining, since]);
  return left;
};
