import type { DecodedReading } from '#core/vitals/decoded.ts';
import { manifest } from './manifest.ts';
import { controlOrder, type Header, readHeader } from './records.ts';
import { readResult } from './result.ts';

/** Follows the records of a transmission: what is said before a result says how to read it. */
export interface Transmission {
  /** The reading in a record, when it is a result of glucose. */
  take(text: string): DecodedReading | undefined;
  /** What the last header said. */
  header(): Header | undefined;
}

/** A transmission that has said nothing yet. */
export const createTransmission = (): Transmission => {
  let header: Header | undefined;
  let controls = new Set<string>();

  return {
    header: () => header,
    take: (text) => {
      const type = text.charAt(0);
      if (type === 'H') {
        header = readHeader(text);
        controls = new Set();
      }
      const control = controlOrder(text);
      if (control !== undefined) controls.add(control);
      if (type !== 'R') return undefined;
      return readResult(text, {
        device: header?.identity ?? manifest.identity,
        unit: header?.unit,
        isControl: controls.has(text.split('|')[1] ?? ''),
      });
    },
  };
};
