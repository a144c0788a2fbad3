import { concatBytes } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskText } from '../../kit/mask-text.ts';
import { blockCheck, createFrameReader, type FrameEvent, RECORD_SEPARATOR } from './frames.ts';

const [SYN, ETX] = [0x16, 0x03] as const;
/** Text stands between header and ETX with BCC. */
const TEXT_AT = 6;
const TAIL_LENGTH = 2;
/** The field of format RA that holds the patient's identification begins with `d`. */
const PATIENT_FIELD = 0x64;
const LAST_PRINTABLE = 0x7e;

/** A byte that no text holds stays one, so that damage stays damage. */
const neutral = (byte: number): number =>
  byte > LAST_PRINTABLE ? 0xff : maskText(String.fromCharCode(byte)).charCodeAt(0);

/** Masks what stands in the patient's field, byte by byte, in a frame and in what is left of one. */
const createFieldMask = (): ((byte: number) => number) => {
  let before = 0;
  let place: 'elsewhere' | 'letter' | 'patient' = 'elsewhere';
  return (byte) => {
    if (byte === RECORD_SEPARATOR || byte === SYN) place = 'elsewhere';
    else if (place !== 'elsewhere') place = 'patient';
    else if (before === RECORD_SEPARATOR && byte === PATIENT_FIELD) place = 'letter';
    before = byte;
    return place === 'patient' ? neutral(byte) : byte;
  };
};

const checkOf = (frame: Uint8Array): number => blockCheck(frame.slice(TEXT_AT, -TAIL_LENGTH));

/** A right BCC becomes the right one of what was written; a wrong one stays wrong: damage replays as damage. */
const mendedCheck = (frame: Uint8Array, masked: Uint8Array): number => {
  const [check = 0, right, written] = [frame.at(-1), checkOf(frame), checkOf(masked)];
  if (check === right) return written;
  return check === written ? right : check;
};

/** The bytes of a stretch without what may identify a patient, as many as before. */
export type EventMask = (event: FrameEvent) => Uint8Array;

/** A mask at the beginning of a stream: a field that a broken frame began goes on behind it. */
export const createEventMask = (): EventMask => {
  let maskByte = createFieldMask();
  return ({ type, raw }) => {
    const masked = raw.map(maskByte);
    if (type === 'text') maskByte = createFieldMask();
    // A frame may have lost its BCC, and one with a foreign address is damage with a right one.
    const hasCheck = raw[0] === SYN && raw.at(-TAIL_LENGTH) === ETX;
    return hasCheck ? masked.with(-1, mendedCheck(raw, masked)) : masked;
  };
};

/** Masks the patient's identification (field `d` of format RA) and mends the BCC. */
export const createMask = (): Mask => {
  const reader = createFrameReader();
  const mask = createEventMask();
  return {
    push: (bytes) => concatBytes(reader.push(bytes).map(mask)),
    end: () => concatBytes(reader.end().map(mask)),
  };
};
