import type { Milliseconds } from '#core/time.ts';

/** What a tester does with the patient's finger. */
export type Finger = 'in' | 'out' | 'searching' | 'weak';

/** The patient puts the finger in so long after the oximeter was switched on. */
const REACHING_MS: Milliseconds = 1_000;
/** How long an oximeter looks for the pulse after the finger went in. */
const SEARCHING_MS: Milliseconds = 2_000;

/** The finger of a simulated oximeter that streams by itself, by its own clock. */
export interface SimulatedFinger {
  move(finger: Finger, at: Milliseconds): void;
  /** What the oximeter makes of it. */
  seen(at: Milliseconds): Finger;
}

/** A finger that goes in a moment after `began`. */
export const createSimulatedFinger = (began: Milliseconds): SimulatedFinger => {
  let finger: Finger = 'in';
  let since = began + REACHING_MS;
  return {
    move: (next, at) => {
      finger = next;
      since = at;
    },
    seen: (at) => {
      if (finger === 'out' || at < since) return 'out';
      return at < since + SEARCHING_MS ? 'searching' : finger;
    },
  };
};
