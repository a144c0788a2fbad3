import type { Frame } from './frames.ts';
import { isHeader } from './records.ts';

/** Follows the numbers of a transmission's frames. */
export interface Sequence {
  /** `again` is the frame before, sent once more; `gap` is one that does not follow it. A header follows anything: it begins anew. */
  accept(frame: Frame): 'new' | 'again' | 'gap';
  /** A transmission ended, or another begins. */
  reset(): void;
}

/** A meter that is refused or hurried may begin its transmission anew, with a header that carries another password than before. */
const beginsTransmission = ({ number, text }: Frame): boolean => number === 1 && isHeader(text);

/** A sequence that takes any number first: a recording may begin in the middle. */
export const createSequence = (): Sequence => {
  let last: Frame | undefined;
  return {
    accept: (frame) => {
      const before = last;
      last = frame;
      if (before === undefined || frame.number === (before.number + 1) % 8) return 'new';
      if (frame.number === before.number && frame.text === before.text) return 'again';
      return beginsTransmission(frame) ? 'new' : 'gap';
    },
    reset: () => {
      last = undefined;
    },
  };
};
