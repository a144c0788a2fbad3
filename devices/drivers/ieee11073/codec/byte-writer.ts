import { concatBytes } from '../../../kit/bytes.ts';

/** The two bytes of a number, high byte first. */
export const u16 = (value: number): Uint8Array => Uint8Array.of((value >> 8) & 0xff, value & 0xff);

/** The four bytes of a number, high byte first. */
export const u32 = (value: number): Uint8Array =>
  Uint8Array.of((value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);

/** Bytes one after the other. */
export const join = (...parts: readonly Uint8Array[]): Uint8Array => concatBytes(parts);

/** An octet string or `Any`: the length, then the bytes. */
export const octets = (bytes: Uint8Array): Uint8Array => join(u16(bytes.length), bytes);

/** A MDER list: count, length in bytes, items. */
export const list = (items: readonly Uint8Array[]): Uint8Array =>
  join(u16(items.length), octets(concatBytes(items)));
