/** Bytes as upper-case hex pairs separated by spaces, the form of capture files. */
export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');

/** Bytes of hex digits; blanks are ignored. Undefined when it is not whole pairs of hex digits. */
export const fromHex = (hex: string): Uint8Array | undefined => {
  const digits = hex.replace(/\s+/g, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(digits)) return undefined;
  return Uint8Array.from({ length: digits.length / 2 }, (_, index) =>
    Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16),
  );
};

/** What most single bytes yield: shared, so that a byte in the middle of a frame costs nothing. */
const NOTHING: readonly never[] = [];

/** What each byte yields, in order: `flatMap` for readers that are fed byte by byte, sixty thousand times a minute. */
export const flatMapBytes = <T>(bytes: Uint8Array, take: (byte: number) => readonly T[]): readonly T[] => {
  let found: T[] | undefined;
  for (const byte of bytes) {
    const items = take(byte);
    if (items.length === 0) continue;
    found ??= [];
    found.push(...items);
  }
  return found ?? NOTHING;
};

/** What each item yields, in order; nothing costs nothing. */
export const flatMapItems = <From, To>(
  items: readonly From[],
  take: (item: From) => readonly To[],
): readonly To[] => (items.length === 0 ? NOTHING : items.flatMap(take));

/** One array holding all of `parts`, in order. */
export const concatBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
};

/** Text whose characters are the bytes themselves (ISO 8859-1), so that a checksum over text is one over bytes. */
export const toLatin1 = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};

/** The bytes of ISO 8859-1 text. */
export const fromLatin1 = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
