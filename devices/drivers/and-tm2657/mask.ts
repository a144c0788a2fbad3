import { concatBytes, fromLatin1, toLatin1 } from '../../kit/bytes.ts';
import type { Mask } from '../../kit/driver.ts';
import { maskText } from '../../kit/mask-text.ts';
import { deviceFrame, RECORD_SEPARATOR } from './frames.ts';
import { isResultText } from './result.ts';

const [SYN, STX, ETX] = [0x16, 0x02, 0x03] as const;
/** A frame is released once it is whole: header, text, ETX and BCC. */
const HEADER_LENGTH = 6;
const LONGEST_FRAME = 310;

const maskResult = (frame: Uint8Array): Uint8Array => {
  const text = frame.slice(HEADER_LENGTH, -2);
  if (!isResultText(text)) return frame;
  const separator = String.fromCharCode(RECORD_SEPARATOR);
  const masked = toLatin1(text)
    .split(separator)
    .map((field) => (field.startsWith('d') ? `d${maskText(field.slice(1))}` : field))
    .join(separator);
  const rebuilt = deviceFrame(fromLatin1(masked));
  // A wrong BCC stays wrong: what was recorded as damage replays as damage.
  const wasRight = toLatin1(deviceFrame(text)) === toLatin1(frame);
  return wasRight ? rebuilt : concatBytes([rebuilt.slice(0, -1), frame.slice(-1)]);
};

/** Masks the patient's identification (field `d` of format RA) and mends the BCC. */
export const createMask = (): Mask => {
  let held: number[] = [];

  const release = (): Uint8Array => {
    const bytes = Uint8Array.from(held);
    held = [];
    return bytes;
  };

  const take = (byte: number): Uint8Array => {
    held.push(byte);
    const isFrame = held[0] === SYN && (held.length < HEADER_LENGTH || held[HEADER_LENGTH - 1] === STX);
    if (!isFrame || held.length > LONGEST_FRAME) return release();
    return held.length > HEADER_LENGTH && held.at(-2) === ETX ? maskResult(release()) : new Uint8Array();
  };

  return { push: (bytes) => concatBytes(Array.from(bytes, take)), end: release };
};
