import type { Random } from './random.ts';

/** What may go wrong between a device and the program, besides an unplugged cable. */
export type LineFault = 'none' | 'silence' | 'garbage' | 'flipped-bits';

/** On a line that flips bits, one byte in so many has a bit turned over. */
const FLIP_EVERY_BYTES = 40;

/** What arrives of `bytes` on a line with this fault; undefined when nothing does. */
export const throughFault = (fault: LineFault, bytes: Uint8Array, random: Random): Uint8Array | undefined => {
  switch (fault) {
    case 'silence':
      return undefined;
    case 'garbage':
      return bytes.map(() => Math.floor(random() * 256));
    case 'flipped-bits':
      return bytes.map((byte) =>
        random() * FLIP_EVERY_BYTES < 1 ? byte ^ (1 << Math.floor(random() * 8)) : byte,
      );
    default:
      return bytes;
  }
};
