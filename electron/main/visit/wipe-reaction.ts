import type { Clock } from '#core/time.ts';
import type { CabinWindows } from '../windows/cabin-windows.ts';

/** A wipe that failed is tried again until it is confirmed: no next patient before. */
const WIPE_AGAIN_AFTER_MS = 2_000;

interface WipeOptions {
  readonly clock: Clock;
  readonly windows: CabinWindows;
  /** Forgets the visit in memory; comes before the windows, so that nothing can be asked of it any more. */
  readonly forget: () => void;
  readonly onFailure: () => void;
}

/** Ends a visit for good: memory first, then screens and their storage. */
export const wipeVisit = ({ clock, windows, forget, onFailure }: WipeOptions): void => {
  forget();
  const wipe = async (): Promise<void> => {
    const outcome = await windows.wipe();
    if (outcome.ok) return;
    onFailure();
    clock.after(WIPE_AGAIN_AFTER_MS, () => void wipe());
  };
  void wipe();
};
