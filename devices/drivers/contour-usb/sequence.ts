import type { Frame } from './frames.ts';

/** Follows the numbers of a transmission's frames. */
export interface Sequence {
  /** `again` is the frame before, sent once more; `gap` is one that does not follow it. */
  accept(frame: Frame): 'new' | 'again' | 'gap';
  /** A transmission ended, or another begins. */
  reset(): void;
}

/** A sequence that takes any number first: a recording may begin in the middle. */
export const createSequence = (): Sequence => {
  let last: Frame | undefined;
  return {
    accept: (frame) => {
      const before = last;
      last = frame;
      if (before === undefined || frame.number === (before.number + 1) % 8) return 'new';
      return frame.number === before.number && frame.text === before.text ? 'again' : 'gap';
    },
    reset: () => {
      last = undefined;
    },
  };
};
