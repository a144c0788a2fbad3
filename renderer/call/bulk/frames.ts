import { BULK_LIMITS, type BulkControl, bulkControlSchema } from '#core/contract/bulk.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { InputFault } from '../input-faults.ts';

/** One message of the bulk channel. */
export type BulkFrame =
  | { readonly kind: 'control'; readonly control: BulkControl }
  | {
      readonly kind: 'chunk';
      readonly transfer: number;
      /** Position of the first byte within the item. */
      readonly offset: number;
      readonly bytes: Uint8Array<ArrayBuffer>;
    };

/** First byte of a message. */
const CONTROL = 0;
const CHUNK = 1;
/** Kind, transfer (16 bit) and offset (32 bit), big-endian. */
const CHUNK_HEAD = 7;
/** An offer is well under this. Bytes. */
const LONGEST_CONTROL = 4_096;

/** Kind and JSON in UTF-8. */
export const controlFrame = (control: BulkControl): Uint8Array<ArrayBuffer> => {
  const text = new TextEncoder().encode(JSON.stringify(control));
  const frame = new Uint8Array(1 + text.length);
  frame[0] = CONTROL;
  frame.set(text, 1);
  return frame;
};

/** The piece of `item` that begins at `offset`. */
export const chunkFrame = (
  transfer: number,
  offset: number,
  item: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> => {
  const piece = item.subarray(offset, offset + BULK_LIMITS.chunkBytes);
  const frame = new Uint8Array(CHUNK_HEAD + piece.length);
  const view = new DataView(frame.buffer);
  view.setUint8(0, CHUNK);
  view.setUint16(1, transfer);
  view.setUint32(3, offset);
  frame.set(piece, CHUNK_HEAD);
  return frame;
};

const parseControl = (bytes: Uint8Array): BulkControl | undefined => {
  try {
    return bulkControlSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
      .data;
  } catch {
    return undefined;
  }
};

/** `MESSAGE_TOO_LONG` before anything of it is read; `INVALID_MESSAGE` for anything else that is no message of this channel. */
export const parseFrame = (data: ArrayBuffer): Result<BulkFrame, InputFault> => {
  const bytes = new Uint8Array(data);
  const longest = bytes[0] === CONTROL ? LONGEST_CONTROL : CHUNK_HEAD + BULK_LIMITS.chunkBytes;
  if (bytes.length > longest) return fail('MESSAGE_TOO_LONG');
  if (bytes[0] === CONTROL) {
    const control = parseControl(bytes.subarray(1));
    return control ? ok({ kind: 'control', control }) : fail('INVALID_MESSAGE');
  }
  if (bytes[0] !== CHUNK || bytes.length <= CHUNK_HEAD) return fail('INVALID_MESSAGE');
  const view = new DataView(data);
  return ok({
    kind: 'chunk',
    transfer: view.getUint16(1),
    offset: view.getUint32(3),
    bytes: bytes.subarray(CHUNK_HEAD),
  });
};
