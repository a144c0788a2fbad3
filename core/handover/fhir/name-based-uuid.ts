import { utf8 } from './base64.ts';

/** SHA-1 digest, 20 bytes. Given by the caller: `core` has no cryptography of its own. */
export type Sha1 = (bytes: Uint8Array) => Uint8Array;

const HEXADECIMAL = 16;
const UUID_BYTES = 16;

const hexadecimal = (byte: number): string => byte.toString(HEXADECIMAL).padStart(2, '0');

const bytesOf = (uuid: string): readonly number[] =>
  (uuid.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, HEXADECIMAL));

/** Version 5 UUID of a name within a namespace (RFC 9562, section 5.5): the same name gives the same id on every machine. */
export const nameBasedUuid = (sha1: Sha1, namespace: string, name: string): string => {
  const digest = sha1(Uint8Array.from([...bytesOf(namespace), ...utf8(name)]));
  const bytes = [...digest.subarray(0, UUID_BYTES)].map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x50;
    if (index === 8) return (byte & 0x3f) | 0x80;
    return byte;
  });
  return bytes
    .map(hexadecimal)
    .join('')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
