import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskText } from '../../kit/mask-text.ts';
import type { Layout } from './layouts.ts';
import { createMessageReader, type StreamEvent } from './messages.ts';

/**
 * Damage may hold an ID, or a part of one, anywhere: every longer run of characters that are no separators is masked. A letter stays a
 * letter and a digit a digit, so masked damage is the same damage.
 */
const LONG_RUN = /[ -+\-0-9;-~]{4,}/g;

const maskPatient = (text: string, layout: Layout): string => {
  let at = 0;
  return layout.parts
    .map((part) => {
      const width = typeof part === 'string' ? part.length : part.width;
      const found = text.slice(at, at + width);
      at += width;
      return typeof part !== 'string' && part.field === 'patient' ? maskText(found) : found;
    })
    .join('');
};

/** The bytes of a stretch without what may identify a patient, as many as before. */
export const maskedBytes = (event: StreamEvent): Uint8Array => {
  if (event.type === 'line-end') return event.raw;
  const text = toLatin1(event.raw);
  return fromLatin1(
    event.type === 'message'
      ? maskPatient(text, event.message.layout)
      : text.replace(LONG_RUN, (run) => maskText(run)),
  );
};

/** Masks the ID of formats 2 to 5. There is no checksum to mend. */
export const createMask = (): Mask => {
  const reader = createMessageReader();
  return {
    push: (bytes) => concatBytes(reader.push(bytes).map(maskedBytes)),
    end: () => concatBytes(reader.end().map(maskedBytes)),
  };
};
