import { concatBytes } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskedBytes } from './mask-code.ts';
import { createMessageReader } from './messages.ts';

/** Masks every code: its bytes are held back until its end has come. */
export const createMask = (): Mask => {
  const reader = createMessageReader();
  return {
    push: (bytes) => concatBytes(reader.push(bytes).map(maskedBytes)),
    end: () => concatBytes(reader.end().map(maskedBytes)),
  };
};
