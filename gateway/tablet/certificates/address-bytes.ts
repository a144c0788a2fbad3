const words = (text: string): number[] =>
  text === '' ? [] : text.split(':').map((word) => Number.parseInt(word, 16));

/** An address as a certificate holds it (RFC 5280, 4.2.1.6): 4 or 16 bytes in network order. IPv6 without a zone or a dotted end. */
export const addressBytes = (address: string): Uint8Array => {
  if (!address.includes(':')) return Uint8Array.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const before = words(head);
  const after = tail === undefined ? [] : words(tail);
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - before.length - after.length }, () => 0);
  return Uint8Array.from([...before, ...zeros, ...after].flatMap((word) => [word >> 8, word & 0xff]));
};

/** The mask of a prefix over `bytes` bytes. */
export const maskBytes = (prefix: number, bytes: number): Uint8Array =>
  Uint8Array.from({ length: bytes }, (_, index) => {
    const bits = Math.min(8, Math.max(0, prefix - index * 8));
    return (0xff << (8 - bits)) & 0xff;
  });
