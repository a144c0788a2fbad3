import { assertNever } from '#core/result.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { createFrameReader, type FrameEvent } from './frames.ts';
import { isResultText, readResult, refusedFrame } from './result.ts';

const decoded = (reading: DecodedReading, raw: Uint8Array): Decoded[] => [{ type: 'reading', reading, raw }];

const decodeFrame = (event: FrameEvent): Decoded[] => {
  switch (event.type) {
    case 'ack':
    case 'nak':
    case 'noise':
      return [];
    case 'text':
      return isResultText(event.text) ? decoded(readResult(event.text), event.raw) : [];
    case 'checksum':
    case 'structure':
      return decoded(refusedFrame(event.type), event.raw);
    default:
      return assertNever(event);
  }
};

/** One reading per result frame; acknowledgements, commands and pulse tables say nothing. */
export const createDecoder = (): Decoder => {
  const reader = createFrameReader();
  return {
    push: (bytes) => reader.push(bytes).flatMap(decodeFrame),
    end: () => reader.end().flatMap(decodeFrame),
  };
};
