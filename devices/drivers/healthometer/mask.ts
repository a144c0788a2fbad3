import type { Mask } from '../../kit/driver.ts';

const ESCAPE = 0x1b;
const LETTER_I = 0x49;
const ZERO = 0x30;
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
/** No number of a packet has more digits before or after its point: a longer row is an identification whose escapes were lost. */
const LONGEST_NUMBER = 3;

const zeros = (length: number): number[] => Array.from({ length }, () => ZERO);

/** Masks the patient's identification: the field `I`, and any row of digits too long for a weight. There is no checksum to mend. */
export const createMask = (): Mask => {
  let previous = 0;
  let inIdentification = false;
  /** A row of digits that may yet become too long. */
  let held: number[] = [];
  let inLongRow = false;

  const release = (): number[] => {
    const row = held;
    held = [];
    inLongRow = false;
    return row;
  };

  const maskDigit = (digit: number): number[] => {
    if (inLongRow) return [ZERO];
    held.push(digit);
    if (held.length <= LONGEST_NUMBER) return [];
    inLongRow = true;
    return zeros(held.splice(0).length);
  };

  const mask = (byte: number): number[] => {
    if (inIdentification && byte !== ESCAPE) return [ZERO];
    inIdentification = previous === ESCAPE && byte === LETTER_I;
    previous = byte;
    return isDigit(byte) ? maskDigit(byte) : [...release(), byte];
  };

  return {
    push: (bytes) => Uint8Array.from(Array.from(bytes).flatMap(mask)),
    end: () => Uint8Array.from(release()),
  };
};
