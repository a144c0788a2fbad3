import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { StoredRecord } from './record-session.ts';

type Records = readonly StoredRecord[];
type ReadRecords = () => Promise<Result<Records, Failure>>;

/** Transmissions after which no more are asked for in one look. */
const TRANSMISSIONS = 4;

const sameBytes = (first: StoredRecord | undefined, second: StoredRecord | undefined): boolean =>
  first !== undefined && second !== undefined && String(first.raw) === String(second.raw);

/**
 * What a later transmission confirms of an earlier one, both newest first: a memory gains records in front, and loses no more
 * of the oldest than it gained. Undefined when they contradict each other.
 */
const confirmedBy = (later: Records, earlier: Records): Records | undefined => {
  if (earlier.length === 0) return [];
  for (let gained = 0; gained < later.length; gained += 1) {
    const shared = later.slice(gained);
    const lost = earlier.length - shared.length;
    const isConfirmed = shared.every((record, index) => sameBytes(record, earlier[index]));
    if (isConfirmed && lost >= 0 && lost <= gained) return shared;
  }
  return undefined;
};

/** Two transmissions stand behind the record; what they agree on is no longer unprotected. */
const agreedOn = (record: StoredRecord): StoredRecord => ({
  ...record,
  reading: {
    ...record.reading,
    flags: record.reading.flags.filter((flag) => flag !== 'unprotected'),
    frames: 2,
  },
});

/**
 * Reads a memory, newest first, until two transmissions in a row say the same: damage that slipped through one does not come twice
 * alike, neither as a false value nor as a record of somebody else that seems new because it was damaged before. What equals the
 * transmission before needs no second one.
 */
export const createAgreedRecords = (read: ReadRecords): ReadRecords => {
  let before: Records | undefined;
  return async () => {
    let agreed: Records | undefined;
    for (let transmission = 0; transmission < TRANSMISSIONS; transmission += 1) {
      const records = await read();
      if (!records.ok) return records;
      const confirmed = before && confirmedBy(records.value, before);
      before = records.value;
      agreed = confirmed ?? agreed;
      if (confirmed !== undefined && confirmed.length === records.value.length) break;
    }
    return agreed === undefined
      ? fail(failure('DEVICE_GARBLED', 'no two transmissions of the memory agree'))
      : ok(agreed.map(agreedOn));
  };
};
