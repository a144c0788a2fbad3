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

/** A class, since a report makes dozens of readers: closures of their own would cost more than the reading. */
class Reader implements ByteReader {
  private at = 0;
  private broken = false;
  private readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  private number(length: number): number {
    const end = this.at + length;
    if (end > this.bytes.length) {
      this.broken = true;
      return 0;
    }
    let sum = 0;
    for (; this.at < end; this.at += 1) sum = sum * 256 + (this.bytes[this.at] ?? 0);
    return sum;
  }

  u8(): number {
    return this.number(1);
  }

  u16(): number {
    return this.number(2);
  }

  u32(): number {
    return this.number(4);
  }

  take(length: number): Uint8Array {
    if (this.at + length > this.bytes.length) {
      this.broken = true;
      return new Uint8Array();
    }
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  octets(): Uint8Array {
    return this.take(this.u16());
  }

  list<T>(item: (reader: ByteReader) => T): T[] {
    const count = this.u16();
    const inner = new Reader(this.octets());
    const items: T[] = [];
    while (items.length < count && inner.ok() && !this.broken) items.push(item(inner));
    this.broken ||= !inner.finished() || items.length !== count;
    return items;
  }

  rest(): Uint8Array {
    return this.take(this.remaining());
  }

  remaining(): number {
    return this.bytes.length - this.at;
  }

  refuse(): void {
    this.broken = true;
  }

  ok(): boolean {
    return !this.broken;
  }

  finished(): boolean {
    return !this.broken && this.at === this.bytes.length;
  }
}

/** A reader at the first byte. */
export const createByteReader = (bytes: Uint8Array): ByteReader => new Reader(bytes);

/** Runs `read` over the bytes; undefined unless it read them all, and none twice. */
export const readAll = <T>(bytes: Uint8Array, read: (reader: ByteReader) => T): T | undefined => {
  const reader = createByteReader(bytes);
  const value = read(reader);
  return reader.finished() ? value : undefined;
};
