import { localDateTime, type Milliseconds } from '#core/time.ts';
import { concatBytes } from '../../kit/bytes.ts';
import { BANKS, type Bank } from './commands.ts';
import { checksum } from './replies.ts';

/** What one measurement leaves. Pressures in mm[Hg], pulse per minute. */
interface Measurement {
  readonly systolic: number;
  readonly diastolic: number;
  readonly pulse: number;
  /** First, second or third of a TruRead triple; 0 for one by itself. */
  readonly triple: number;
}

/** Records that a simulated bank holds; the oldest goes when a new one has no room. */
const CAPACITY = 60;
const SECOND_MS: Milliseconds = 1_000;
const HOUR_MS: Milliseconds = 3_600_000;

/** The bytes of a record as GME gives them, without zero and checksum. */
const recordBytes = (at: Milliseconds, { systolic, diastolic, pulse, triple }: Measurement): Uint8Array => {
  const [year = 0, ...rest] = localDateTime(new Date(at)).split(/\D/).map(Number);
  return Uint8Array.of(year % 100, ...rest, 0, 0, systolic, diastolic, pulse, 0, triple << 4);
};

/** A body as the device sends it: zero, data, XOR of the data. */
export const sealed = (data: Uint8Array): Uint8Array =>
  concatBytes([Uint8Array.of(0), data, Uint8Array.of(checksum(data))]);

/** The memory of a simulated monitor. */
export interface Memory {
  /** Keeps a measurement of this moment, newest first. No two bear the same second: a real one takes half a minute. */
  keep(bank: Bank, at: Milliseconds, measurement: Measurement): void;
  count(bank: Bank): number;
  /** Data of a record; undefined where there is none. */
  record(bank: Bank, place: number): Uint8Array | undefined;
  /** Deletes everything. */
  clear(): void;
  /** How many were ever kept: the byte of a GDC reply that no source explains seems to count them. */
  total(): number;
}

/** An empty memory. */
export const createMemory = (): Memory => {
  const banks: Record<Bank, Uint8Array[]> = { 0: [], 1: [] };
  let total = 0;
  let last = Number.NEGATIVE_INFINITY;
  return {
    keep: (bank, at, measurement) => {
      const second = at - (at % SECOND_MS);
      // A clock that was set back by more dates what follows earlier: the order stays that of measuring.
      const isTaken = second <= last && last - second < HOUR_MS;
      last = isTaken ? last + SECOND_MS : second;
      total += 1;
      banks[bank] = [recordBytes(last, measurement), ...banks[bank]].slice(0, CAPACITY);
    },
    count: (bank) => banks[bank].length,
    record: (bank, place) => banks[bank][place],
    clear: () => {
      for (const bank of BANKS) banks[bank] = [];
    },
    total: () => total,
  };
};
