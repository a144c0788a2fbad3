import type { StoredRecord } from './record-session.ts';

/** A record, and what tells it from every other one of its device. */
export interface KeyedRecord {
  readonly record: StoredRecord;
  readonly key: string;
}

/**
 * The key of each record, newest first: its own where it has one, else its bytes. Neither alone tells two equal results of one minute
 * apart; how many equal ones are older does, and it never grows for a record that was seen before.
 */
export const withKeys = (newestFirst: readonly StoredRecord[]): KeyedRecord[] => {
  const counts = new Map<string, number>();
  return newestFirst
    .toReversed()
    .map((record) => {
      const own = record.key ?? String(record.raw);
      const count = (counts.get(own) ?? 0) + 1;
      counts.set(own, count);
      return { record, key: count === 1 ? own : `${own} ${count}` };
    })
    .toReversed();
};
