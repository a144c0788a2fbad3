import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskText } from '../../kit/mask-text.ts';
import { createLineReader, type LineEvent, lineChecksum } from './lines.ts';

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
  const reader = createLineReader();
  const masked = (events: readonly LineEvent[]): Uint8Array =>
    concatBytes(events.map(({ raw }) => maskedBytes(raw)));
  return { push: (bytes) => masked(reader.push(bytes)), end: () => masked(reader.end()) };
};
