const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const REPLACEMENT = 0xfffd;

const encodeCodePoint = (point: number): readonly number[] => {
  const continuation = (shift: number): number => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >> 6), continuation(0)];
  if (point < 0x10000) return [0xe0 | (point >> 12), continuation(6), continuation(0)];
  return [0xf0 | (point >> 18), continuation(12), continuation(6), continuation(0)];
};

/** UTF-8 bytes of a text; a lone surrogate becomes U+FFFD (WHATWG Encoding). Here because `core` has neither Node nor DOM. */
export const utf8 = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const point = character.codePointAt(0) ?? REPLACEMENT;
      return encodeCodePoint(point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point);
    }),
  );

/** Base64 with padding (RFC 4648, section 4). */
export const base64 = (bytes: Uint8Array): string => {
  let text = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.subarray(index, index + 3);
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const digit = (shift: number): string => ALPHABET.charAt((group >> shift) & 0x3f);
    text +=
      digit(18) +
      digit(12) +
      (second === undefined ? '=' : digit(6)) +
      (third === undefined ? '=' : digit(0));
  }
  return text;
};
