import { useEffect, useState } from 'react';
import { useServices } from '../services.ts';

/** How often a running time is drawn anew, in milliseconds. */
const TICK_MS = 200;

/** Milliseconds passed on this window's monotonic clock since the object `since` was first seen; a new object starts anew. */
export const useElapsed = (since: object | undefined): number => {
  const { monotonic } = useServices();
  const [count, setCount] = useState({ since, elapsed: 0 });
  useEffect(() => {
    const start = monotonic();
    const timer = setInterval(() => setCount({ since, elapsed: monotonic() - start }), TICK_MS);
    return () => clearInterval(timer);
  }, [since, monotonic]);
  return count.since === since ? count.elapsed : 0;
};
