import { assertNever } from '#core/result.ts';
import type { DecodedReading } from '#core/vitals/decoded.ts';
import type { Decoded, Decoder } from '../../kit/driver.ts';
import { createLineReader, type LineEvent } from './lines.ts';
import { readPlainLine } from './plain.ts';
import { readProtectedLine, refusedLine } from './reading.ts';

const readingsOf = (event: LineEvent): DecodedReading[] => {
  switch (event.type) {
    case 'protected':
      return readProtectedLine(event.text);
    case 'plain':
      return [readPlainLine(event.text)];
    case 'checksum':
    case 'structure':
      return [refusedLine(event.type)];
    case 'noise':
      return [];
    default:
      return assertNever(event);
  }
};

const decodeLine = (event: LineEvent): Decoded[] =>
  readingsOf(event).map((reading) => ({ type: 'reading', reading, raw: event.raw }));

/** One weight per line, and one height where a rod measured it; a line that weighs nothing says nothing. */
export const createDecoder = (): Decoder => {
  const reader = createLineReader();
  return {
    push: (bytes) => reader.push(bytes).flatMap(decodeLine),
    end: () => reader.end().flatMap(decodeLine),
  };
};
