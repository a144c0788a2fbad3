import { concatBytes } from './bytes.ts';

/**
 * Reports and APDUs over a byte stream (TCP): two bytes big-endian, then the message. Bit 15 of the two bytes marks a HID feature
 * report, the other 15 are the message's length.
 */
const HEADER_LENGTH = 2;
const FEATURE_BIT = 0x8000;
/** Longest message that the length can tell. */
const LONGEST_MESSAGE = 0x7fff;

export interface FramedMessage {
  readonly kind: 'data' | 'feature';
  readonly bytes: Uint8Array;
}

/** A message with its length before it. */
export const frameMessage = ({ kind, bytes }: FramedMessage): Uint8Array => {
  const length = Math.min(bytes.length, LONGEST_MESSAGE);
  const header = length | (kind === 'feature' ? FEATURE_BIT : 0);
  return concatBytes([Uint8Array.of(header >> 8, header & 0xff), bytes.slice(0, length)]);
};

/** Cuts a byte stream back into messages, however it was chunked. */
export const createMessageReader = (): { push(bytes: Uint8Array): FramedMessage[] } => {
  let pending: Uint8Array = new Uint8Array();
  const next = (): FramedMessage | undefined => {
    const [high, low] = pending;
    if (high === undefined || low === undefined) return undefined;
    const header = (high << 8) | low;
    const end = HEADER_LENGTH + (header & LONGEST_MESSAGE);
    if (pending.length < end) return undefined;
    const bytes = pending.slice(HEADER_LENGTH, end);
    pending = pending.slice(end);
    return { kind: (header & FEATURE_BIT) === 0 ? 'data' : 'feature', bytes };
  };
  return {
    push: (bytes) => {
      pending = concatBytes([pending, bytes]);
      const messages: FramedMessage[] = [];
      for (let message = next(); message !== undefined; message = next()) messages.push(message);
      return messages;
    },
  };
};
