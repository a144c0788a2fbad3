import { type Failure, failure } from '#core/contract/error-codes.ts';
import { fail, ok, type Result } from '#core/result.ts';
import type { StoredRecord } from './record-session.ts';

type ReadRecords = () => Promise<Result<readonly StoredRecord[], Failure>>;

/** Transmissions after which a memory that never says the same twice is given up. */
const TRANSMISSIONS = 4;

const wholeOf = (records: readonly StoredRecord[]): string =>
  records.map(({ raw }) => String(raw)).join('\n');

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
 * Reads a memory until two transmissions in a row say the same: damage that slipped through one does not come twice alike, neither
 * as a false value nor as a record of somebody else that seems new because it was damaged before. What equals the last agreement
 * needs no second transmission.
 */
export const createAgreedRecords = (read: ReadRecords): ReadRecords => {
  let agreed: string | undefined;
  return async () => {
    let before = agreed;
    for (let transmission = 0; transmission < TRANSMISSIONS; transmission += 1) {
      const records = await read();
      if (!records.ok) return records;
      const whole = wholeOf(records.value);
      if (whole === before) {
        agreed = whole;
        return ok(records.value.map(agreedOn));
      }
      before = whole;
    }
    return fail(failure('DEVICE_GARBLED', 'no two transmissions of the memory agree'));
  };
};
