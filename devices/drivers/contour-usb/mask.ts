import { concatBytes } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskText } from '../../kit/mask-text.ts';
import { STX } from './frames.ts';
import { PAYLOAD_AT, payloadOf } from './packets.ts';

/** Record types whose fields, after type and number, may hold who the patient is. An order's kind says no more than `Q`. */
const PATIENT = 'P';
const ORDER = 'O';
const FIRST_MASKED_FIELD = 2;
const ORDER_KIND_AT = 11;
const SEPARATOR = '|';
const FRAME_END: ReadonlySet<string> = new Set(['\x03', '\x17']);

const hexDigit = (sum: number, place: number): string =>
  (sum & 0xff).toString(16).toUpperCase().padStart(2, '0').charAt(place);

/** Follows a frame byte by byte, so that a report is never held back: its bounds are the message's. */
const createFrameMask = (): ((character: string) => string) => {
  let place = 0;
  let type = '';
  let field = 0;
  let sums = { read: 0, written: 0 };
  let digits: number | undefined;

  const begin = (): void => {
    place = 0;
    type = '';
    field = 0;
    sums = { read: 0, written: 0 };
    digits = undefined;
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
    if (FRAME_END.has(character)) digits = 0;
    return written;
  };

  return (character) => {
    if (character.charCodeAt(0) === STX) {
      begin();
      return character;
    }
    if (digits === undefined) return text(character);
    digits += 1;
    return digits <= 2 ? digit(character, digits - 1) : character;
  };
};

/** Masks patient and order records and mends their sums. */
export const createMask = (): Mask => {
  const maskCharacter = createFrameMask();
  return {
    push: (report) => {
      const payload = payloadOf(report);
      if (payload === undefined) return report;
      const masked = payload.map((byte) => maskCharacter(String.fromCharCode(byte)).charCodeAt(0));
      return concatBytes([report.slice(0, PAYLOAD_AT), masked, report.slice(PAYLOAD_AT + payload.length)]);
    },
    end: () => new Uint8Array(),
  };
};
