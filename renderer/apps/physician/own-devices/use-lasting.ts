import { useEffect, useState } from 'react';

/** Whether this has been so for a while, in milliseconds. */
export const useLasting = (isSo: boolean, forMs: number): boolean => {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    setLasts(false);
    if (!isSo) return undefined;
    const timer = setTimeout(() => setLasts(true), forMs);
    return () => clearTimeout(timer);
  }, [isSo, forMs]);
  return lasts;
};
