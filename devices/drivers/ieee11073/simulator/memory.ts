import { concatBytes } from '../../../kit/bytes.ts';
import { encodeAbsoluteTime } from '../codec/absolute-time.ts';
import { type AttributeSlot, writeAttributes, writeSlots } from '../codec/attributes.ts';
import { join, list, octets, u16, u32 } from '../codec/byte-writer.ts';
import { encodeSfloat } from '../codec/float.ts';
import { PAGE_STATUS, type SegmentPage } from '../codec/segments.ts';
import { ATTRIBUTES, CLASSES, PARTITIONS } from '../model/nomenclature.ts';

/** One record of the memory: a drop of blood, or of control solution. */
export interface SimulatedRecord {
  /** The agent's local time. */
  readonly at: string;
  /** mg/dL; undefined is written as NaN. */
  readonly glucose: number | undefined;
  readonly measurementStatus: number;
}

/** A memory with two segments, as a glucose meter has them: blood and control solution. */
export interface SimulatedMemory {
  add(record: SimulatedRecord): void;
  /** The answer to "get segment info". */
  describe(): Uint8Array;
  /** The pages of a segment; undefined when there is no such segment. */
  pages(instance: number): readonly SegmentPage[] | undefined;
}

const SEGMENTS = [
  { instance: 0, code: 29_112, handle: 1, label: 'blood' },
  { instance: 1, code: 29_136, handle: 2, label: 'control' },
] as const;
/** Attributes of a segment (20601, PM-segment class). */
const INSTANCE = 0x0922;
const MAP = 0x0a4e;
const USAGE = 0x097b;
const LABEL = 0x0a58;
const TRANSFER_TIMEOUT = 0x0a64;
/** 20 s, in eighths of a millisecond. */
const TWENTY_SECONDS = 160_000;
const ABSOLUTE_TIME = 0x8000;
const SFLOAT_NAN = 0x07ff;
const SLOTS: readonly AttributeSlot[] = [
  { attribute: ATTRIBUTES.basicValue, length: 2 },
  { attribute: ATTRIBUTES.measurementStatus, length: 2 },
];
/** Entries of a page: few, so that even a small memory takes several. */
const PAGE_ENTRIES = 5;

const entryOf = ({ at, glucose, measurementStatus }: SimulatedRecord): Uint8Array =>
  join(
    encodeAbsoluteTime(at),
    glucose === undefined ? u16(SFLOAT_NAN) : encodeSfloat(glucose, 0),
    u16(measurementStatus),
  );

/** A memory that holds `control` in its second segment and nothing yet in the first. */
export const createMemory = (control: readonly SimulatedRecord[]): SimulatedMemory => {
  const blood: SimulatedRecord[] = [];
  const recordsOf = (instance: number): readonly SimulatedRecord[] | undefined => [blood, control][instance];

  const describeSegment = ({ instance, code, handle, label }: (typeof SEGMENTS)[number]): Uint8Array => {
    const element = join(
      u16(CLASSES.numeric),
      u16(PARTITIONS.physiological),
      u16(code),
      u16(handle),
      writeSlots(SLOTS),
    );
    const attributes = new Map([
      [INSTANCE, u16(instance)],
      [MAP, join(u16(ABSOLUTE_TIME), list([element]))],
      [LABEL, octets(Uint8Array.from(label, (letter) => letter.charCodeAt(0)))],
      [USAGE, u32(recordsOf(instance)?.length ?? 0)],
      [TRANSFER_TIMEOUT, u32(TWENTY_SECONDS)],
    ]);
    return join(u16(instance), writeAttributes(attributes));
  };

  return {
    add: (record) => void blood.push(record),
    describe: () => list(SEGMENTS.map(describeSegment)),
    pages: (instance) => {
      const records = recordsOf(instance);
      if (records === undefined) return undefined;
      const count = Math.ceil(records.length / PAGE_ENTRIES);
      return Array.from({ length: count }, (_, page) => {
        const index = page * PAGE_ENTRIES;
        const entries = records.slice(index, index + PAGE_ENTRIES);
        const status = (page === 0 ? PAGE_STATUS.first : 0) | (page === count - 1 ? PAGE_STATUS.last : 0);
        return { instance, index, count: entries.length, status, bytes: concatBytes(entries.map(entryOf)) };
      });
    },
  };
};
