/** Reads big-endian fields in order. A read past the end yields zeros and is remembered: nothing is thrown, and no loop runs away. */
export interface ByteReader {
  u8(): number;
  u16(): number;
  u32(): number;
  take(length: number): Uint8Array;
  /** An octet string or `Any`: u16 length, then so many bytes. */
  octets(): Uint8Array;
  /** A MDER list: u16 count, u16 length in bytes, then exactly so many items in exactly so many bytes. */
  list<T>(item: (reader: ByteReader) => T): T[];
  rest(): Uint8Array;
  remaining(): number;
  /** What was read contradicts itself. */
  refuse(): void;
  /** Nothing was read past the end, nor refused. */
  ok(): boolean;
  /** `ok`, and every byte was read. */
  finished(): boolean;
}

/** A reader at the first byte. */
export const createByteReader = (bytes: Uint8Array): ByteReader => {
  let at = 0;
  let broken = false;

  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) {
      broken = true;
      return new Uint8Array();
    }
    at += length;
    return bytes.subarray(at - length, at);
  };
  const number = (length: number): number => take(length).reduce((sum, byte) => sum * 256 + byte, 0);
  const u16 = (): number => number(2);

  return {
    u8: () => number(1),
    u16,
    u32: () => number(4),
    take,
    octets: () => take(u16()),
    list: (item) => {
      const count = u16();
      const inner = createByteReader(take(u16()));
      const items = [];
      while (items.length < count && inner.ok() && !broken) items.push(item(inner));
      broken ||= !inner.finished() || items.length !== count;
      return items;
    },
    rest: () => take(bytes.length - at),
    remaining: () => bytes.length - at,
    refuse: () => {
      broken = true;
    },
    ok: () => !broken,
    finished: () => !broken && at === bytes.length,
  };
};

/** Runs `read` over the bytes; undefined unless it read them all, and none twice. */
export const readAll = <T>(bytes: Uint8Array, read: (reader: ByteReader) => T): T | undefined => {
  const reader = createByteReader(bytes);
  const value = read(reader);
  return reader.finished() ? value : undefined;
};
