import { type AttributeSlot, lengthOfSlots, readAttributes, readSlots } from './attributes.ts';
import { type ByteReader, readAll } from './byte-reader.ts';
import { join, octets, u16, u32 } from './byte-writer.ts';

/** What the header of a stored entry may hold (20601, SegmEntryHeader), in this order. */
const HEADER_TIMES = [
  { bit: 0x8000, name: 'absolute', length: 8 },
  { bit: 0x4000, name: 'relative', length: 4 },
  { bit: 0x2000, name: 'high-resolution', length: 8 },
] as const;
const KNOWN_HEADER_BITS = 0xe000;

/** One element of a stored entry: which metric, and how its values are laid out. */
export interface SegmentElement {
  readonly objectClass: number;
  readonly type: { readonly partition: number; readonly code: number };
  readonly handle: number;
  readonly slots: readonly AttributeSlot[];
}

/** How the entries of a segment are laid out. */
export interface SegmentMap {
  readonly header: number;
  readonly elements: readonly SegmentElement[];
}

/** One segment of a PM-store. */
export interface Segment {
  readonly instance: number;
  /** Undefined when the agent does not say: its entries cannot be read. */
  readonly map: SegmentMap | undefined;
  /** How many entries it holds, when the agent says. */
  readonly entries: number | undefined;
  /** Whose entries they are, when the agent says. */
  readonly person: number | undefined;
  /** Longest pause of a transfer, in eighths of a millisecond, when the agent says. */
  readonly transferTimeout: number | undefined;
}

const SEGMENT_ATTRIBUTES = { map: 0x0a4e, person: 0x0a4f, usage: 0x097b, transferTimeout: 0x0a64 } as const;
const UNKNOWN_PERSON = 0xffff;

const readElement = (reader: ByteReader): SegmentElement => ({
  objectClass: reader.u16(),
  type: { partition: reader.u16(), code: reader.u16() },
  handle: reader.u16(),
  slots: readSlots(reader),
});

const readMap = (reader: ByteReader): SegmentMap => {
  const header = reader.u16();
  if ((header & ~KNOWN_HEADER_BITS) !== 0) reader.refuse();
  return { header, elements: reader.list(readElement) };
};

const readSegment = (reader: ByteReader): Segment => {
  const instance = reader.u16();
  const attributes = readAttributes(reader);
  const value = <T>(attribute: number, read: (inner: ByteReader) => T): T | undefined => {
    const bytes = attributes.get(attribute);
    if (bytes === undefined) return undefined;
    const found = readAll(bytes, read);
    if (found === undefined) reader.refuse();
    return found;
  };
  const person = value(SEGMENT_ATTRIBUTES.person, (inner) => inner.u16());
  return {
    instance,
    map: value(SEGMENT_ATTRIBUTES.map, readMap),
    entries: value(SEGMENT_ATTRIBUTES.usage, (inner) => inner.u32()),
    person: person === UNKNOWN_PERSON ? undefined : person,
    transferTimeout: value(SEGMENT_ATTRIBUTES.transferTimeout, (inner) => inner.u32()),
  };
};

/** Reads what an agent answers to "get segment info"; undefined when it contradicts itself. */
export const readSegments = (information: Uint8Array): Segment[] | undefined =>
  // A store without segments answers with nothing at all, or with an empty list.
  information.length === 0 ? [] : readAll(information, (reader) => reader.list(readSegment));

/** Bits of a page's status. */
export const PAGE_STATUS = {
  first: 0x8000,
  last: 0x4000,
  abortedByAgent: 0x0800,
  confirmed: 0x0080,
  abortedByManager: 0x0008,
} as const;

/** One page of a segment on its way. */
export interface SegmentPage {
  readonly instance: number;
  /** Number of its first entry in the segment. */
  readonly index: number;
  readonly count: number;
  readonly status: number;
  readonly bytes: Uint8Array;
}

/** Reads the information of a segment data event; undefined when it contradicts itself. */
export const readSegmentPage = (information: Uint8Array): SegmentPage | undefined =>
  readAll(information, (reader) => ({
    instance: reader.u16(),
    index: reader.u32(),
    count: reader.u32(),
    status: reader.u16(),
    bytes: reader.octets(),
  }));

/** The answer to a page: its own header with the manager's status. */
export const writePageAnswer = ({ instance, index, count }: SegmentPage, status: number): Uint8Array =>
  join(u16(instance), u32(index), u32(count), u16(status));

/** The bytes of a page. */
export const writePage = ({ instance, index, count, status, bytes }: SegmentPage): Uint8Array =>
  join(u16(instance), u32(index), u32(count), u16(status), octets(bytes));

/** One stored entry, cut by its segment's map. */
export interface SegmentEntry {
  /** AbsoluteTime, when the map gives one. */
  readonly absoluteTime: Uint8Array | undefined;
  readonly values: readonly { element: SegmentElement; bytes: Uint8Array }[];
}

const timesOf = (header: number) => HEADER_TIMES.filter(({ bit }) => (header & bit) !== 0);

const lengthOfEntry = ({ header, elements }: SegmentMap): number =>
  [...timesOf(header), ...elements.map(({ slots }) => ({ length: lengthOfSlots(slots) }))].reduce(
    (sum, { length }) => sum + length,
    0,
  );

const readEntry = (reader: ByteReader, { header, elements }: SegmentMap): SegmentEntry => {
  const times = timesOf(header).map(({ name, length }) => ({ name, bytes: reader.take(length) }));
  return {
    absoluteTime: times.find(({ name }) => name === 'absolute')?.bytes,
    values: elements.map((element) => ({ element, bytes: reader.take(lengthOfSlots(element.slots)) })),
  };
};

/** Cuts a page into entries; undefined when it does not hold exactly as many as it says. */
export const readEntries = (page: SegmentPage, map: SegmentMap): SegmentEntry[] | undefined =>
  readAll(page.bytes, (reader) => {
    const entries: SegmentEntry[] = [];
    // An entry without a byte would never use up the page.
    if (lengthOfEntry(map) === 0) reader.refuse();
    while (reader.ok() && reader.remaining() > 0 && entries.length < page.count)
      entries.push(readEntry(reader, map));
    if (entries.length !== page.count) reader.refuse();
    return entries;
  });
