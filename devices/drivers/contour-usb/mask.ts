import { concatBytes } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskText } from '../../kit/mask-text.ts';
import { STX } from './frames.ts';
import { createUnwrapper } from './packets.ts';

/** Record types whose fields, after type and number, may hold who the patient is. An order's kind says no more than `Q`. */
const PATIENT = 'P';
const ORDER = 'O';
const FIRST_MASKED_FIELD = 2;
const ORDER_KIND_AT = 11;
const SEPARATOR = '|';
const FRAME_END: ReadonlySet<string> = new Set(['\x03', '\x17']);
/** Behind a text stand two digits, CR and LF. */
const SUM_DIGITS = 2;
const LINE_END_AT = 4;

const hexDigit = (sum: number, place: number): string =>
  (sum & 0xff).toString(16).toUpperCase().padStart(2, '0').charAt(place);

/** Follows a frame byte by byte, so that a report is never held back: its bounds are the message's. */
const createFrameMask = (): ((character: string) => string) => {
  let place = 0;
  let type = '';
  let field = 0;
  let sums = { read: 0, written: 0 };
  /** Characters behind the end of the text; undefined within it. */
  let behind: number | undefined = LINE_END_AT;

  const begin = (): void => {
    place = 0;
    type = '';
    field = 0;
    sums = { read: 0, written: 0 };
    behind = undefined;
  };

  const isMasked = (): boolean => {
    if (field < FIRST_MASKED_FIELD) return false;
    return type === PATIENT || (type === ORDER && field !== ORDER_KIND_AT);
  };

  /** A right digit becomes the right one of what was written; a wrong one stays wrong. */
  const digit = (character: string, at: number): string => {
    const [right, written] = [hexDigit(sums.read, at), hexDigit(sums.written, at)];
    if (character === right) return written;
    return character === written ? right : character;
  };

  const text = (character: string): string => {
    place += 1;
    if (place === 2) type = character;
    if (character === SEPARATOR) field += 1;
    const written = isMasked() ? maskText(character) : character;
    sums = {
      read: sums.read + character.charCodeAt(0),
      written: sums.written + written.charCodeAt(0),
    };
    if (FRAME_END.has(character)) behind = 0;
    return written;
  };

  return (character) => {
    if (character.charCodeAt(0) === STX) {
      begin();
      return character;
    }
    if (behind === undefined) return text(character);
    behind += 1;
    if (behind <= SUM_DIGITS) return digit(character, behind - 1);
    // Outside any frame, a piece of one may be all that is left of a patient.
    return behind <= LINE_END_AT ? character : maskText(character);
  };
};

/** The bytes of a frame, or of what is left of one, without what may identify a patient. */
export const maskedBytes = (raw: Uint8Array): Uint8Array => {
  const maskCharacter = createFrameMask();
  return raw.map((byte) => maskCharacter(String.fromCharCode(byte)).charCodeAt(0));
};

/** Masks patient and order records and mends their sums. */
export const createMask = (): Mask => {
  const maskCharacter = createFrameMask();
  const unwrap = createUnwrapper();
  return {
    push: (report) => {
      const carried = unwrap(report);
      if (carried === undefined) return report;
      const { payload, at } = carried;
      const masked = payload.map((byte) => maskCharacter(String.fromCharCode(byte)).charCodeAt(0));
      return concatBytes([report.slice(0, at), masked, report.slice(at + payload.length)]);
    },
    end: () => new Uint8Array(),
  };
};
