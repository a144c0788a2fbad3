import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskText } from '../../kit/mask-text.ts';
import { lineChecksum } from './lines.ts';

const OPENING = 0x7b;
const LINE_FEED = 0x0a;
const LONGEST_LINE = 2_100;
const WITH_CHECKSUM = /^(\{.*,)CS,([0-9A-F]{2})(.*)$/s;

/** Patient's identification, card number (MC-780), date of birth in the profile of a BC-601. */
export const PATIENT_TAGS: ReadonlySet<string> = new Set(['ID', 'CC', 'DB']);
const PATIENT_FIELD = /(,(?:ID|CC|DB),)("[^"]*"?|[^,]*)/g;

const maskTags = (text: string): string =>
  text.replace(PATIENT_FIELD, (_whole, tag: string, value: string) => `${tag}${maskText(value)}`);

/** A right checksum becomes the right one of what was written; a wrong one stays wrong: damage replays as damage. */
const mended = (check: string, covered: string, masked: string): string => {
  if (check === lineChecksum(covered)) return lineChecksum(masked);
  return check === lineChecksum(masked) ? lineChecksum(covered) : check;
};

const maskLine = (line: string): string => {
  const match = WITH_CHECKSUM.exec(line);
  if (match === null) return maskTags(line);
  const [, covered = '', check = '', rest = ''] = match;
  const masked = maskTags(covered);
  return `${masked}CS,${mended(check, covered, masked)}${maskTags(rest)}`;
};

/** The bytes of a line without what may identify a patient. */
export const maskedBytes = (raw: Uint8Array): Uint8Array => fromLatin1(maskLine(toLatin1(raw)));

/** Masks what may identify a patient and mends the checksum. */
export const createMask = (): Mask => {
  let held: number[] = [];
  const release = (): Uint8Array => {
    const line = maskedBytes(Uint8Array.from(held));
    held = [];
    return line;
  };
  return {
    push: (bytes) =>
      concatBytes(
        Array.from(bytes, (byte) => {
          // A line whose end was lost ends where the next one begins, as it does for the decoder.
          const before = byte === OPENING && held.length > 0 ? release() : new Uint8Array();
          held.push(byte);
          const isEnd = byte === LINE_FEED || held.length > LONGEST_LINE;
          return isEnd ? concatBytes([before, release()]) : before;
        }),
      ),
    end: release,
  };
};
