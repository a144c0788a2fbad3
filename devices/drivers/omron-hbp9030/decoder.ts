import { assertNever } from '#core/result.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { createMessageReader, type StreamEvent } from './messages.ts';
import { readMessage, refusedBytes } from './reading.ts';

const decodeEvent = (event: StreamEvent): Decoded[] => {
  switch (event.type) {
    case 'message':
      return [{ type: 'reading', reading: readMessage(event.message), raw: event.raw }];
    case 'damage':
      return event.short ? [] : [{ type: 'reading', reading: refusedBytes(), raw: event.raw }];
    case 'line-end':
      return [];
    default:
      return assertNever(event);
  }
};

/** One reading per message, whichever of the forms it has. */
export const createDecoder = (): Decoder => {
  const reader = createMessageReader();
  return {
    push: (bytes) => reader.push(bytes).flatMap(decodeEvent),
    end: () => reader.end().flatMap(decodeEvent),
  };
};
