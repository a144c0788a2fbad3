import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskText } from '../../kit/mask-text.ts';
import { lineChecksum } from './lines.ts';

const LINE_FEED = 0x0a;
const LONGEST_LINE = 2_100;
const WITH_CHECKSUM = /^(\{.*,)CS,([0-9A-F]{2})(.*)$/s;

const maskTags = (text: string): string =>
  text.replace(/(,ID,)("[^"]*"|[^,]*)/g, (_whole, tag: string, value: string) => `${tag}${maskText(value)}`);

const maskLine = (line: string): string => {
  const match = WITH_CHECKSUM.exec(line);
  if (match === null) return line;
  const [, covered = '', check = '', rest = ''] = match;
  const masked = maskTags(covered);
  // A wrong checksum stays wrong: what was recorded as damage replays as damage.
  return `${masked}CS,${lineChecksum(covered) === check ? lineChecksum(masked) : check}${rest}`;
};

/** Masks the patient's identification (tag `ID`) and mends the checksum. */
export const createMask = (): Mask => {
  let held: number[] = [];
  const release = (): Uint8Array => {
    const line = maskLine(toLatin1(Uint8Array.from(held)));
    held = [];
    return fromLatin1(line);
  };
  return {
    push: (bytes) =>
      concatBytes(
        Array.from(bytes, (byte) => {
          held.push(byte);
          return byte === LINE_FEED || held.length > LONGEST_LINE ? release() : new Uint8Array();
        }),
      ),
    end: release,
  };
};
